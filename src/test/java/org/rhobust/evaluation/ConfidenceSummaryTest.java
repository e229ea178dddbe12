package org.rhobust.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ConfidenceSummaryTest {

  @Property
  void countsWhatALoopCounts(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 20) Integer> twentieths,
      @ForAll @DoubleRange(min = 0, max = 1) double threshold,
      @ForAll @IntRange(min = 1, max = 25) int bins) {
    double[] values = twentieths.stream().mapToDouble(v -> v / 20.0).toArray();
    var summary = new ConfidenceSummary(values);
    assertThat(summary.countBelow(threshold))
        .isEqualTo((int) Arrays.stream(values).filter(v -> v < threshold).count());
    assertThat(summary.countAtLeast(threshold))
        .isEqualTo((int) Arrays.stream(values).filter(v -> v >= threshold).count());
    int[] expected = new int[bins];
    for (double value : values) {
      int bin = bins - 1;
      while (value < bin / (double) bins) {
        bin--;
      }
      expected[bin]++;
    }
    assertThat(summary.histogram(bins)).containsExactly(expected);
  }

  @Test
  void theLastBinTakesOneAndBrokenOutputs() {
    var summary = new ConfidenceSummary(new double[] {0.05, 0.3, 1, Double.POSITIVE_INFINITY});
    assertThat(summary.histogram(10)).containsExactly(1, 0, 0, 1, 0, 0, 0, 0, 0, 2);
    assertThat(summary.shareBelow(0.3)).hasValue(0.25);
    assertThat(summary.shareAtLeast(0.3)).hasValue(0.75);
  }

  @Test
  void aShareOfNothingIsUndefined() {
    assertThat(new ConfidenceSummary(new double[0]).shareBelow(0.3)).isEmpty();
    assertThat(new ConfidenceSummary(new double[0]).shareAtLeast(0.3)).isEmpty();
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfidenceSummary(new double[] {Double.NaN}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfidenceSummary(new double[] {0.5}).countBelow(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfidenceSummary(new double[] {0.5}).histogram(0));
  }
}
