package org.rhobust.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PgdSettingsTest {

  private static final PgdSettings VALID =
      new PgdSettings("linf", 0.3, 10, 0.05, 0.9, 1.5, "confidence", null, "zero", 1);

  @Test
  void everyFieldOutOfRangeIsNamed() {
    refused("epsilon is -0.1;", () -> VALID.withEpsilon(-0.1));
    refused("epsilon is NaN;", () -> VALID.withEpsilon(Double.NaN));
    refused("epsilon is Infinity;", () -> VALID.withEpsilon(Double.POSITIVE_INFINITY));
    refused("steps is 0;", () -> VALID.withSteps(0, 0.05));
    refused("step size is 0.0;", () -> VALID.withSteps(10, 0));
    refused("step size is NaN;", () -> VALID.withSteps(10, Double.NaN));
    refused("momentum is 1.0;", () -> with(1, 1.5, 1));
    refused("momentum is NaN;", () -> with(Double.NaN, 1.5, 1));
    refused("backtracking is 1.0;", () -> with(0.9, 1.0, 1));
    refused("backtracking is NaN;", () -> with(0.9, Double.NaN, 1));
    refused("restarts is 0;", () -> with(0.9, 1.5, 0));
    refused("objective 'targeted' needs a target", () -> VALID.withObjective("targeted", null));
    refused("target is -1;", () -> VALID.withObjective("targeted", -1));
    refused("objective 'x' is unknown", () -> VALID.withObjective("x", null));
    refused("initialisation 'x' is unknown", () -> VALID.withInitialisation("x"));
    refused(
        "norm 'l3' is unknown",
        () -> new PgdSettings("l3", 1, 1, 1, 0, null, "confidence", null, "zero", 1));
  }

  @Test
  void anEpsilonOfZeroIsAllowed() {
    assertThat(VALID.withEpsilon(0).epsilon()).isZero();
  }

  /** The two traps of METHOD.md: the buffer starts at zero, so neither attack reaches 0.3. */
  @Test
  void reachCountsTheLagOfTheMomentumBuffer() {
    assertThat(VALID.reach()).isCloseTo(0.21, within(0.005));
    assertThat(VALID.withSteps(40, 0.005).reach()).isCloseTo(0.16, within(0.005));
    assertThat(with(0, 1.5, 1).reach()).isCloseTo(0.5, within(1e-12));
  }

  private static PgdSettings with(double momentum, Double backtracking, int restarts) {
    return new PgdSettings(
        "linf", 0.3, 10, 0.05, momentum, backtracking, "confidence", null, "zero", restarts);
  }

  private static void refused(String start, Supplier<PgdSettings> settings) {
    assertThatThrownBy(settings::get)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(start)
        .hasMessageNotContaining("\n");
  }
}
