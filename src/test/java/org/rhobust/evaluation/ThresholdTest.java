package org.rhobust.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {

  /** 100 · (1 − 0.93) and 10 · (1 − 0.9) are below 7 and 1 in binary arithmetic. */
  @ParameterizedTest
  @CsvSource({
    "0.99,100,1",
    "0.995,200,1",
    "0.995,199,0",
    "0.98,1000,20",
    "0.93,100,7",
    "0.9,10,1",
    "1,7,0",
    "1e-300,5,4"
  })
  void theElementIsChosenInDecimalArithmetic(double rate, int count, int index) {
    double[] confidences =
        IntStream.range(0, count).mapToDouble(i -> (count - 1 - i) / (double) count).toArray();
    assertThat(Threshold.atTruePositiveRate(rate, confidences)).hasValue(index / (double) count);
  }

  @Property
  void keepsAtLeastTheRate(
      @ForAll @DoubleRange(min = 0.01, max = 1) double rate,
      @ForAll @Size(min = 1, max = 300) List<@DoubleRange(min = 0, max = 1) Double> values) {
    double[] confidences = values.stream().mapToDouble(v -> v).toArray();
    double threshold = Threshold.atTruePositiveRate(rate, confidences).orElseThrow();
    assertThat(new ConfidenceSummary(confidences).countAtLeast(threshold))
        .isGreaterThanOrEqualTo((int) Math.ceil(rate * confidences.length - 1e-9));
  }

  @Test
  void thereIsNoneWithoutACorrectExample() {
    assertThat(Threshold.atTruePositiveRate(0.99, new double[0])).isEmpty();
    Predictions wrong = Predictions.of(new int[] {1}, new double[][] {{0.9, 0.1}});
    assertThat(Threshold.atTruePositiveRate(0.99, wrong)).isEmpty();
  }

  @Test
  void aHeldOutOutputThatIsNoNumberIsAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Threshold.atTruePositiveRate(0.99, new double[] {0.5, Double.NaN}))
        .withMessageStartingWith("held-out output 1 is not a finite number");
    Predictions broken = Predictions.of(new int[] {0}, new double[][] {{Double.NaN, 0.1}});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Threshold.atTruePositiveRate(0.99, broken))
        .withMessageStartingWith("held-out output 0 is not a finite number");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, 1.01, 99, Double.NaN})
  void aRateOutOfRangeIsRefused(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Threshold.atTruePositiveRate(rate, new double[] {0.5}))
        .withMessageContaining("give a number above 0 and at most 1");
  }
}
