package org.rhobust.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rhobust.attack.BlackBoxCase.attack;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rhobust.attack.BlackBoxCase.Linear;
import org.rhobust.model.ImageShape;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Scope;
import org.rhobust.threat.Norms;

/** The Square attack against what its paper says, on a model whose optimum is known. */
@ExtendWith(OnComputeThread.class)
class SquareAttackTest {

  private static final ImageShape SHAPE = new ImageShape(2, 5, 6);
  private static final int IMAGES = 3;

  @ParameterizedTest
  @CsvSource({
    "0, 0.8",
    "9, 0.8",
    "10, 0.4",
    "49, 0.4",
    "50, 0.2",
    "200, 0.1",
    "1000, 0.05",
    "2000, 0.025",
    "4000, 0.0125",
    "6000, 0.00625",
    "7999, 0.00625",
    "8000, 0.003125",
    "9999, 0.003125"
  })
  void theShareIsHalvedAtThePublishedQueries(int query, double share) {
    assertThat(new SquareSchedule(0.8, 10_000).share(query)).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.8",
    "4, 0.8",
    "5, 0.4",
    "24, 0.4",
    "25, 0.2",
    "3999, 0.00625",
    "4000, 0.003125"
  })
  void anotherBudgetRescalesTheSchedule(int query, double share) {
    assertThat(new SquareSchedule(0.8, 5000).share(query)).isEqualTo(share);
  }

  @Test
  void aSquareHoldsItsShareAndFitsThePicture() {
    assertThat(new SquareSchedule(0.8, 100).side(0, 28, 28, 1)).isEqualTo(25);
    assertThat(new SquareSchedule(0.1, 100).side(0, 28, 28, 3)).isEqualTo(9);
    assertThat(new SquareSchedule(0, 100).side(0, 28, 28, 1)).isEqualTo(1);
    assertThat(new SquareSchedule(0, 100).side(0, 28, 28, 3)).isEqualTo(3);
    assertThat(new SquareSchedule(1, 100).side(0, 4, 90, 3)).isEqualTo(4);
    assertThat(new SquareSchedule(0.1, 100).side(0, 2, 2, 3)).isEqualTo(2);
  }

  /** Equation 2 by hand for a square of side 4: two hills of 4×2, before scaling to length 1. */
  @Test
  void theUpdateInL2IsTwoHillsOfOppositeSign() {
    double low = 1.0 / 9;
    double middle = low + 1.0 / 4;
    double top = middle + 1;
    double[][] hill = {{low, low}, {middle, middle}, {middle, top}, {middle, middle}};
    double length = Math.sqrt(2 * (2 * low * low + 5 * middle * middle + top * top));
    float[][] update = SquareL2.update(4);
    for (int r = 0; r < 4; r++) {
      for (int s = 0; s < 2; s++) {
        assertThat((double) update[r][s]).isCloseTo(hill[r][s] / length, within(1e-6));
        assertThat((double) update[r][s + 2]).isCloseTo(-hill[r][s] / length, within(1e-6));
      }
    }
    assertThat(SquareL2.update(1)).isDeepEqualTo(new float[][] {{-1}});
  }

  @Test
  void inLInfinityEveryPointIsACornerAndTheFirstIsStriped() {
    float epsilon = 0.3f;
    try (Scope scope = Scope.open();
        Linear model = Linear.of(SHAPE, 2, 1)) {
      AttackBatch batch = BlackBoxCase.batch(SHAPE, 2, 1, 0, 1, 2);
      float[] images = batch.images().toFloatArray();
      List<float[]> points = new ArrayList<>();
      attack("attack", "square", "norm", "linf", "epsilon", 0.3, "queries", 50)
          .run(model, batch, 0, 1, (p, logits) -> points.add(p.toFloatArray()));

      for (float[] point : points) {
        for (int i = 0; i < point.length; i++) {
          float low = Math.max(-epsilon, -images[i]);
          float high = Math.min(epsilon, 1 - images[i]);
          assertThat(point[i]).isIn(low, high);
        }
      }
      AttackBatch grey = BlackBoxCase.grey(SHAPE, 2, IMAGES);
      float[] first = points(model, grey, "linf", 0.3, 1).get(0);
      for (int i = SHAPE.width(); i < first.length; i++) {
        boolean sameStripe = i / SHAPE.width() % SHAPE.height() > 0;
        if (sameStripe) {
          assertThat(first[i]).isEqualTo(first[i - SHAPE.width()]);
        }
      }
    }
  }

  @Test
  void inL2EveryPointSpendsTheWholeBudget() {
    try (Scope scope = Scope.open();
        Linear model = Linear.of(SHAPE, 2, 1)) {
      AttackBatch grey = BlackBoxCase.grey(SHAPE, 2, IMAGES);
      attack("attack", "square", "norm", "l2", "epsilon", 0.4, "queries", 80)
          .run(
              model,
              grey,
              0,
              1,
              (points, logits) -> {
                for (float length : Norms.of("l2").measure(points).toFloatArray()) {
                  assertThat(length).isCloseTo(0.4f, within(1e-5f));
                }
              });
    }
  }

  /**
   * The least margin in the ball is margin(x) − ε·‖w₀ − w₁‖ in the dual norm. Squares of one pixel
   * reach it in L∞; in L2 they are no smaller than 3×3, too coarse for these weights.
   */
  @ParameterizedTest
  @CsvSource({"linf, 0.1, 1.0", "l2, 0.4, 0.5"})
  void theMarginOfALinearModelFallsToItsMinimum(String norm, double epsilon, double share) {
    try (Scope scope = Scope.open();
        Linear model = Linear.of(SHAPE, 2, 5)) {
      double dual = 0;
      for (int k = 0; k < SHAPE.size(); k++) {
        double slope = model.slope(k);
        dual += norm.equals("l2") ? slope * slope : Math.abs(slope);
      }
      double mostFall = epsilon * (norm.equals("l2") ? Math.sqrt(dual) : dual);
      AttackBatch grey = BlackBoxCase.grey(SHAPE, 2, IMAGES);
      NDArray result =
          attack(
                  "attack",
                  "square",
                  "norm",
                  norm,
                  "epsilon",
                  epsilon,
                  "queries",
                  1500,
                  "objective",
                  "margin")
              .run(model, grey, 0, 2, CandidateObserver.none());

      float[] clean = margin(model, grey, result.zerosLike());
      float[] attacked = margin(model, grey, result);
      for (int i = 0; i < IMAGES; i++) {
        double fall = clean[i] - attacked[i];
        assertThat(fall).isBetween(share * mostFall - 1e-5, mostFall + 1e-5);
      }
    }
  }

  /** Each point but the first differs from the best before it in one square. */
  @Test
  void inLInfinityAQueryChangesOneSquareOfTheBestPoint() {
    try (Scope scope = Scope.open();
        Linear model = Linear.of(SHAPE, 2, 4)) {
      AttackBatch grey = BlackBoxCase.grey(SHAPE, 2, 1);
      List<float[]> points = new ArrayList<>();
      List<Float> margins = new ArrayList<>();
      int queries = 60;
      attack(
              "attack",
              "square",
              "norm",
              "linf",
              "epsilon",
              0.2,
              "queries",
              queries,
              "objective",
              "margin")
          .run(
              model,
              grey,
              0,
              8,
              (p, logits) -> {
                points.add(p.toFloatArray());
                margins.add(Objectives.of("margin").evaluate(logits, grey.oneHot()).getFloat(0));
              });
      int best = 0;
      for (int query = 1; query < queries; query++) {
        int side = new SquareSchedule(0.8, queries).side(query, 5, 6, 1);
        assertThat(extent(points.get(best), points.get(query))).isLessThanOrEqualTo(side);
        best = margins.get(query) < margins.get(best) ? query : best;
      }
    }
  }

  /** The side of the smallest square around all entries that differ, in any channel. */
  private static int extent(float[] a, float[] b) {
    int top = SHAPE.height();
    int left = SHAPE.width();
    int bottom = -1;
    int right = -1;
    for (int i = 0; i < a.length; i++) {
      if (a[i] != b[i]) {
        int row = i / SHAPE.width() % SHAPE.height();
        int column = i % SHAPE.width();
        top = Math.min(top, row);
        bottom = Math.max(bottom, row);
        left = Math.min(left, column);
        right = Math.max(right, column);
      }
    }
    return Math.max(0, Math.max(bottom - top, right - left) + 1);
  }

  private static List<float[]> points(
      Linear model, AttackBatch batch, String norm, double epsilon, int queries) {
    List<float[]> points = new ArrayList<>();
    attack("attack", "square", "norm", norm, "epsilon", epsilon, "queries", queries)
        .run(model, batch, 0, 1, (p, logits) -> points.add(p.toFloatArray()));
    return points;
  }

  private static float[] margin(Linear model, AttackBatch batch, NDArray perturbations) {
    NDArray logits = model.logits(batch.images().add(perturbations));
    return Objectives.of("margin").evaluate(logits, batch.oneHot()).toFloatArray();
  }
}
