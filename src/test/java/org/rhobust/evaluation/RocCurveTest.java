package org.rhobust.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RocCurveTest {

  @Property
  void theAreaIsTheShareOfOrderedPairs(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 12) Integer> positiveTwelfths,
      @ForAll @Size(min = 1, max = 40)
          List<@IntRange(min = 0, max = 12) Integer> negativeTwelfths) {
    double[] positives = positiveTwelfths.stream().mapToDouble(v -> v / 12.0).toArray();
    double[] negatives = negativeTwelfths.stream().mapToDouble(v -> v / 12.0).toArray();
    double pairs = 0;
    for (double positive : positives) {
      for (double negative : negatives) {
        pairs += positive > negative ? 1 : positive == negative ? 0.5 : 0;
      }
    }
    var curve = new RocCurve(positives, negatives);
    assertThat(curve.area()).hasValue(pairs / (positives.length * negatives.length));
    assertThat(trapezoids(curve.points())).isCloseTo(curve.area().orElseThrow(), within(1e-12));
    for (RocCurve.Point point : curve.points()) {
      assertThat(new ConfidenceSummary(positives).shareAtLeast(point.threshold()))
          .hasValue(point.truePositiveRate());
      assertThat(new ConfidenceSummary(negatives).shareAtLeast(point.threshold()))
          .hasValue(point.falsePositiveRate());
    }
  }

  @Test
  void runsFromNothingToEverythingAccepted() {
    var curve = new RocCurve(new double[] {0.9, 0.5}, new double[] {0.5, Double.POSITIVE_INFINITY});
    assertThat(curve.points())
        .containsExactly(
            new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 0),
            new RocCurve.Point(Double.POSITIVE_INFINITY, 0.5, 0),
            new RocCurve.Point(0.9, 0.5, 0.5),
            new RocCurve.Point(0.5, 1, 1));
  }

  @Test
  void isUndefinedWhenAClassIsEmpty() {
    double[] none = {};
    double[] one = {0.5};
    assertThat(new RocCurve(none, one).area()).isEmpty();
    assertThat(new RocCurve(one, none).area()).isEmpty();
    assertThat(new RocCurve(one, none).points()).isEmpty();
  }

  @Test
  void theTwoVariantsDifferInTheMisclassifiedCleanExamples() {
    Predictions clean = Predictions.of(new int[] {0, 0}, new double[][] {{0.9, 0.1}, {0.4, 0.6}});
    Predictions attacked =
        Predictions.of(new int[] {0, 0}, new double[][] {{0.3, 0.7}, {0.05, 0.95}});
    AttackOutcome attack = AttackOutcome.of(attacked);
    assertThat(RocCurve.againstCorrectClean(clean, attack).area()).hasValue(1);
    assertThat(RocCurve.againstAllClean(clean, attack).area()).hasValue(0.5);
  }

  @Test
  void aConfidenceThatIsNoNumberIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RocCurve(new double[] {Double.NaN}, new double[] {0.5}))
        .withMessageContaining("confidence 0 is NaN");
  }

  private static double trapezoids(List<RocCurve.Point> points) {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      RocCurve.Point left = points.get(i - 1);
      RocCurve.Point right = points.get(i);
      area +=
          (right.falsePositiveRate() - left.falsePositiveRate())
              * (right.truePositiveRate() + left.truePositiveRate())
              / 2;
    }
    return area;
  }
}
