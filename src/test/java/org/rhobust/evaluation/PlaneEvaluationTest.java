package org.rhobust.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rhobust.attack.FormulaClassifier;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;
import org.rhobust.tensor.OnComputeThread;

/** On a linear model the plane's middle row is known, as are the ball's outlines. */
@ExtendWith(OnComputeThread.class)
class PlaneEvaluationTest {

  private static final FormulaClassifier LINEAR = FormulaClassifier.linear(4, -2, 1, -3);
  private static final ImageSet IMAGES =
      ImageSet.of(
          "one", List.of("no", "yes"), 1, 1, 4, new byte[] {100, 127, 90, 120}, new int[] {0});
  private static final int SIDE = PlaneEvaluation.SIDE;

  private static ConfidencePlane evaluate(String norm, double epsilon) {
    PgdSettings attack =
        new PgdSettings(norm, epsilon, 30, 0.06, 0.0, null, "confidence", null, "zero", 1);
    PlaneEvaluation evaluation =
        new PlaneEvaluation(LINEAR, LINEAR, IMAGES, 0, DirectionSettings.adversarial(attack, 3));
    while (!evaluation.finished()) {
      evaluation.runNext(() -> {});
    }
    assertThat(evaluation.progress()).isIn(0.0, 0.5, 1.0);
    return evaluation.result();
  }

  @Test
  void theMiddleRowIsTheCurveAlongTheDirection() {
    ConfidencePlane plane = evaluate("linf", 0.3);
    float[] x = IMAGES.image(0);
    double start = 4 * x[0] - 2 * x[1] + x[2] - 3 * x[3];

    int middle = SIDE / 2;
    assertThat(plane.coordinates()[middle]).isZero();
    assertThat(plane.coordinates()[0]).isEqualTo(-0.6);
    assertThat(plane.coordinates()[SIDE - 1]).isEqualTo(0.6);
    for (int column = 0; column < SIDE; column++) {
      double adversarial = 1 / (1 + Math.exp(-start - 10 * plane.coordinates()[column]));
      int cell = middle * SIDE + column;
      assertThat((double) plane.confidences()[cell])
          .isCloseTo(Math.max(adversarial, 1 - adversarial), within(1e-5));
      assertThat(plane.predictions()[cell]).isEqualTo(adversarial > 0.5 ? 1 : 0);
    }
  }

  @Test
  void thePathRunsFromTheImageToTheAdversarialExample() {
    ConfidencePlane plane = evaluate("linf", 0.3);
    double[][] path = plane.path();

    assertThat(path[0]).containsExactly(0, 0);
    assertThat(path[path.length - 1]).containsExactly(new double[] {0.3, 0}, within(1e-5));
  }

  @Test
  void inL2TheBallIsACircle() {
    for (double[] point : evaluate("l2", 0.4).ball()) {
      assertThat(Math.hypot(point[0], point[1])).isCloseTo(0.4, within(1e-5));
    }
  }

  @Test
  void inOtherNormsTheBallMeetsTheAxesAtEpsilonAndIsNoCircle() {
    double[][] ball = evaluate("linf", 0.3).ball();

    assertThat(ball[0]).containsExactly(new double[] {0.3, 0}, within(1e-5));
    assertThat(ball[90]).containsExactly(new double[] {0, 0.3}, within(1e-5));
    double[] lengths = new double[ball.length];
    for (int i = 0; i < ball.length; i++) {
      lengths[i] = Math.hypot(ball[i][0], ball[i][1]);
    }
    assertThat(java.util.Arrays.stream(lengths).max().orElseThrow())
        .isGreaterThan(java.util.Arrays.stream(lengths).min().orElseThrow() * 1.05);
  }

  @Test
  void l0HasNoBallAndNoMovementNoPlane() {
    assertThat(evaluate("l0", 2).ball()).isEmpty();
    ConfidencePlane still = evaluate("linf", 0);
    assertThat(still.isEmpty()).isTrue();
    assertThat(still.coordinates()).isEmpty();
  }
}
