package org.rhobust.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rhobust.attack.FormulaClassifier;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;
import org.rhobust.tensor.OnComputeThread;

/**
 * On a linear model of two classes, logits 0 and w·x, everything is known: the L∞ attack goes along
 * sign(w), and the adversarial class has σ(w·x + s·‖w‖₁) there.
 */
@ExtendWith(OnComputeThread.class)
class DirectionsTest {

  private static final float[] WEIGHTS = {4, -2, 1, -3};
  private static final FormulaClassifier LINEAR = FormulaClassifier.linear(WEIGHTS);
  private static final double L1_OF_WEIGHTS = 10;
  private static final PgdSettings ATTACK =
      new PgdSettings("linf", 0.3, 20, 0.1, 0.0, null, "confidence", null, "zero", 1);

  /** Images 0 and 2 are of class 0. */
  private static final ImageSet IMAGES =
      ImageSet.of(
          "four",
          List.of("no", "yes"),
          1,
          1,
          4,
          new byte[] {
            127, 127, 127, 127,
            100, 30, 60, 90,
            100, 110, 120, 125
          },
          new int[] {0, 1, 0});

  private static DirectionSettings settings(DirectionKind kind, boolean clipped) {
    return new DirectionSettings(kind, ATTACK, 7, DirectionSettings.NEXT, clipped);
  }

  private static Direction find(DirectionKind kind, int index) {
    return new Directions(LINEAR, IMAGES, settings(kind, false)).find(index, PgdObserver.none());
  }

  private static double logit(float[] image) {
    return IntStream.range(0, 4).mapToDouble(i -> WEIGHTS[i] * image[i]).sum();
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  @Test
  void theAttackOnALinearModelGoesAlongTheSignsOfItsWeights() {
    Direction direction = find(DirectionKind.ADVERSARIAL, 0);

    assertThat(direction.norm()).isCloseTo(0.3, within(1e-6));
    assertThat(direction.unit()).containsExactly(new float[] {1, -1, 1, -1}, within(1e-6f));
  }

  @Test
  void theConfidencesFollowTheFormulaToFourTimesEpsilon() {
    Direction direction = find(DirectionKind.ADVERSARIAL, 0);
    double start = logit(direction.image());

    DirectionCurve curve = DirectionFollower.followClosely(LINEAR, direction, 1.2, 0.3, false);

    assertThat(curve.distances()).contains(0, 0.3, 1.2).isSorted();
    assertThat(curve.adversarialClass()).isEqualTo(1);
    for (int i = 0; i < curve.distances().length; i++) {
      double adversarial = sigmoid(start + curve.distances()[i] * L1_OF_WEIGHTS);
      assertThat(curve.adversarialConfidences()[i]).isCloseTo(adversarial, within(1e-5));
      assertThat(curve.trueConfidences()[i]).isCloseTo(1 - adversarial, within(1e-5));
      assertThat(curve.confidences()[i])
          .isCloseTo(Math.max(adversarial, 1 - adversarial), within(1e-5));
    }
  }

  @Test
  void clippedPointsStayInTheBox() {
    Direction direction = find(DirectionKind.ADVERSARIAL, 0);
    float half = 127 / 255f;

    assertThat(direction.at(1, false)).contains(half + 1, half - 1);
    assertThat(direction.at(1, true)).containsExactly(1, 0, 1, 0);
    DirectionCurve curve = DirectionFollower.followClosely(LINEAR, direction, 1.2, 0.3, true);
    double end = sigmoid(logit(new float[] {1, 0, 1, 0}));
    int last = curve.distances().length - 1;
    assertThat(curve.adversarialConfidences()[last]).isCloseTo(end, within(1e-5));
  }

  @Test
  void steepPlacesAreSampledMoreDensely() {
    FormulaClassifier steep = FormulaClassifier.linear(400, -400, 400, -410);
    Direction direction =
        new Direction(0, 0, new float[] {0, 0.5f, 0, 0.5f}, new float[] {1, -1, 1, -1}, 0.3);
    double[] fixed = Distances.dense(0.3, 1.2);

    DirectionCurve coarse = DirectionFollower.follow(steep, direction, fixed, 0.3, false);
    DirectionCurve close = DirectionFollower.followClosely(steep, direction, 1.2, 0.3, false);

    assertThat(largestJump(close)).isLessThan(largestJump(coarse) / 4);
    assertThat(close.distances().length).isBetween(fixed.length + 4, fixed.length + 181);
  }

  private static double largestJump(DirectionCurve curve) {
    double[] values = curve.trueConfidences();
    return IntStream.range(1, values.length)
        .mapToDouble(i -> Math.abs(values[i] - values[i - 1]))
        .max()
        .orElseThrow();
  }

  @Test
  void distancesMeetEpsilonAndAreFinestNearTheImage() {
    double[] distances = Distances.dense(0.3, 1.2);
    assertThat(distances).contains(0, 0.3, 1.2).isSorted();
    assertThat(distances[1]).isLessThan(0.3 / 1000);
    assertThat(Distances.dense(0, 2)).contains(0, 2).isSorted();
    assertThat(Distances.even(0.6, 5)).contains(0.3).hasSize(5);
  }

  @Test
  void aRandomDirectionIsOfNormEpsilonAndComesFromTheSeed() {
    Direction direction = find(DirectionKind.RANDOM, 0);

    assertThat(direction.norm()).isCloseTo(0.3, within(1e-6));
    assertThat(find(DirectionKind.RANDOM, 0).unit()).isEqualTo(direction.unit());
    assertThat(find(DirectionKind.RANDOM, 2).unit()).isNotEqualTo(direction.unit());
  }

  @Test
  void theLineToAnotherImageMeetsIt() {
    Direction direction = find(DirectionKind.BETWEEN, 0);
    float[] other = IMAGES.image(1);

    assertThat(direction.norm()).isCloseTo(97 / 255.0, within(1e-6));
    assertThat(direction.at(direction.norm(), false)).containsExactly(other, within(1e-6f));
    assertThat(settings(DirectionKind.BETWEEN, false).farthest(direction)).isEqualTo(1.2);
  }

  @Test
  void theNextOfAnotherClassGoesRoundTheSet() {
    assertThat(Directions.nextOfAnotherClass(IMAGES, 1)).isEqualTo(2);
    assertThat(Directions.nextOfAnotherClass(IMAGES, 2)).isEqualTo(1);
    assertThat(Directions.nextOfAnotherClass(IMAGES.first(1), 0)).isZero();
  }

  @Test
  void anAttackThatDoesNotMoveGivesNoDirection() {
    DirectionSettings nowhere = DirectionSettings.adversarial(ATTACK.withEpsilon(0), 0);
    Direction direction = new Directions(LINEAR, IMAGES, nowhere).find(0, PgdObserver.none());
    DirectionCurve curve = DirectionFollower.followClosely(LINEAR, direction, 0, 0, false);

    assertThat(direction.still()).isTrue();
    assertThat(curve.norm()).isZero();
    assertThat(curve.distances()).isEmpty();
  }

  @Test
  void theMeanIsOverEveryImagesOwnCurve() {
    MeanDirection mean =
        new MeanDirection(LINEAR, LINEAR, IMAGES, 3, settings(DirectionKind.ADVERSARIAL, false));
    while (!mean.finished()) {
      mean.runNext(() -> {});
    }
    DirectionSummary summary = mean.result();

    assertThat(summary.images()).isEqualTo(3);
    assertThat(summary.still()).isZero();
    assertThat(mean.progress()).isEqualTo(1);
    int last = summary.distances().length - 1;
    double[] ends = new double[3];
    for (int i = 0; i < 3; i++) {
      Direction direction = find(DirectionKind.ADVERSARIAL, i);
      ends[i] =
          DirectionFollower.follow(LINEAR, direction, summary.distances(), 0.3, false)
              .adversarialConfidences()[last];
    }
    assertThat(summary.adversarial().mean()[last])
        .isCloseTo(Arrays.stream(ends).average().orElseThrow(), within(1e-9));
    assertThat(summary.adversarial().low()[last])
        .isLessThanOrEqualTo(summary.adversarial().high()[last]);
  }

  @Test
  void theMeanEndsWhereItIsTold() {
    MeanDirection mean =
        new MeanDirection(LINEAR, LINEAR, IMAGES, 3, settings(DirectionKind.ADVERSARIAL, false));
    assertThatThrownBy(
            () ->
                mean.runNext(
                    () -> {
                      throw new CancellationException("enough");
                    }))
        .isInstanceOf(CancellationException.class);
  }
}
