package org.rhobust.threat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.rhobust.tensor.TestArrays.array;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Seeds;

@ExtendWith(OnComputeThread.class)
class InitialisationsTest {

  private static final int DRAWS = 400;
  private static final int SIZE = 36;

  @ParameterizedTest
  @CsvSource({
    "uniform,linf,0.3", "uniform,l2,3", "uniform,l1,10", "uniform,l0,7",
    "uniform-norm,linf,0.3", "uniform-norm,l2,3", "uniform-norm,l1,10", "uniform-norm,l0,7",
    "zero,linf,0.3", "zero,l2,3", "zero,l1,10", "zero,l0,7"
  })
  void startsLieInTheBall(String name, String norm, double epsilon) {
    for (double length : lengths(name, norm, epsilon)) {
      assertThat(length).isLessThanOrEqualTo(epsilon * (1 + 1e-5));
    }
  }

  /** Each quarter of (0, ε) holds about a quarter of the starts: five standard deviations. */
  @ParameterizedTest
  @CsvSource({"linf,0.3", "l2,3", "l1,10"})
  void uniformNormHasAsManyShortStartsAsLongOnes(String norm, double epsilon) {
    double[] lengths = lengths("uniform-norm", norm, epsilon);

    double spread = 5 * Math.sqrt(DRAWS * 0.25 * 0.75);
    for (int quarter = 0; quarter < 4; quarter++) {
      double low = quarter * epsilon / 4;
      long within = Arrays.stream(lengths).filter(l -> l >= low && l < low + epsilon / 4).count();
      assertThat((double) within).isCloseTo(DRAWS / 4.0, within(spread));
    }
  }

  /** The volume of a ball of 36 dimensions lies near its surface: ‖δ‖ = ε·U^(1/D). */
  @ParameterizedTest
  @CsvSource({"linf,0.3", "l2,3", "l1,10"})
  void uniformFillsTheBallByVolume(String norm, double epsilon) {
    double[] lengths = lengths("uniform", norm, epsilon);

    double median = epsilon * Math.pow(0.5, 1.0 / SIZE);
    long below = Arrays.stream(lengths).filter(length -> length < median).count();
    assertThat((double) below).isCloseTo(DRAWS / 2.0, within(5 * Math.sqrt(DRAWS * 0.25)));
  }

  @Test
  void gaussianHasItsStandardDeviation() {
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      for (float entry : draw("gaussian", "linf", 0.3, i)) {
        squares += entry * entry;
      }
    }
    double sigma = 0.3 / (2 * Math.log(SIZE));

    assertThat(Math.sqrt(squares / (DRAWS * SIZE))).isCloseTo(sigma, within(0.03 * sigma));
  }

  @ParameterizedTest
  @ValueSource(strings = {"uniform", "uniform-norm", "gaussian"})
  void equalSeedsGiveEqualStartsAndOthersDoNot(String name) {
    for (Norm norm : Norms.all()) {
      float[] start = draw(name, norm.name(), 5, 1);

      assertThat(draw(name, norm.name(), 5, 1)).isEqualTo(start);
      assertThat(draw(name, norm.name(), 5, 2)).isNotEqualTo(start);
    }
  }

  @Test
  void bothSignsAreDrawn() {
    for (Norm norm : Norms.all()) {
      float[] start = draw("uniform", norm.name(), SIZE, 3);
      int positive = 0;
      for (float entry : start) {
        positive += entry > 0 ? 1 : 0;
      }
      assertThat(positive).as(norm.name()).isBetween(6, 30);
    }
  }

  @Test
  void unknownNamesAreRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> Initialisations.of("random"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'random'")
        .hasMessageEndingWith("zero, uniform, uniform-norm, gaussian");
    assertThatThrownBy(() -> Norms.of("l3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'l3'")
        .hasMessageEndingWith("linf, l2, l1, l0");
  }

  private static double[] lengths(String name, String norm, double epsilon) {
    double[] lengths = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      float[] start = draw(name, norm, epsilon, i);
      lengths[i] = Norms.of(norm).measure(array(start, 1, 1, 6, 6)).getFloat(0);
    }
    return lengths;
  }

  private static float[] draw(String name, String norm, double epsilon, long seed) {
    return Initialisations.of(name).draw(SIZE, Norms.of(norm), epsilon, Seeds.generator(17, seed));
  }
}
