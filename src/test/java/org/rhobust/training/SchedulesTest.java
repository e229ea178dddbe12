package org.rhobust.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten epochs of four steps, from a rate of 0.2. */
class SchedulesTest {

  private static final int STEPS_PER_EPOCH = 4;
  private static final int TOTAL = 40;

  @Test
  void cosineFallsFromTheFullRateToNearlyZero() {
    assertRate("cosine", 1, 0, 0.2);
    assertRate("cosine", 1, 10, 0.2 * (1 + Math.sqrt(0.5)) / 2);
    assertRate("cosine", 1, 20, 0.1);
    assertRate("cosine", 1, 39, 0.2 * (1 + Math.cos(Math.PI * 39 / 40)) / 2);
  }

  @Test
  void exponentialDecaysOnceAnEpoch() {
    assertRate("exponential", 0.5, 3, 0.2);
    assertRate("exponential", 0.5, 4, 0.1);
    assertRate("exponential", 0.5, 11, 0.05);
    assertRate("exponential", 0.5, 39, 0.2 * Math.pow(0.5, 9));
  }

  @Test
  void stepsDecayAtTheMilestones() {
    assertRate("steps", 0.1, 11, 0.2);
    assertRate("steps", 0.1, 12, 0.02);
    assertRate("steps", 0.1, 19, 0.02);
    assertRate("steps", 0.1, 20, 0.002);
    assertRate("steps", 0.1, 39, 0.002);
  }

  @Test
  void constantStays() {
    assertRate("constant", 0.1, 0, 0.2);
    assertRate("constant", 0.1, 39, 0.2);
  }

  private static void assertRate(String schedule, double decay, int step, double expected) {
    OptimiserSettings settings =
        new OptimiserSettings(0.2, 0.9, false, 0, schedule, decay, List.of(3, 5));
    assertThat(Schedules.rate(settings, step, STEPS_PER_EPOCH, TOTAL))
        .as("%s at step %d", schedule, step)
        .isCloseTo(expected, within(1e-12));
  }
}
