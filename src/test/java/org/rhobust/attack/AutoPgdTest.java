package org.rhobust.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rhobust.tensor.TestArrays.array;
import static org.rhobust.tensor.TestArrays.golden;
import static org.rhobust.tensor.TestArrays.oneHot;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rhobust.Golden;
import org.rhobust.model.Network;
import org.rhobust.model.TinyCnn;
import org.rhobust.tensor.Gradients;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.threat.ThreatModel;

/** APGD as published: its checkpoints, every step of its path, and what it promises. */
@ExtendWith(OnComputeThread.class)
class AutoPgdTest {

  /** float32 against float64 over a path of twenty steps. */
  private static final float PATH = 2e-5f;

  private static final int[] LABELS = Golden.integers("tiny_cnn", "labels");

  @Test
  void theCheckpointsOfThePaper() {
    assertThat(Checkpoints.of(100)).containsExactly(0, 22, 41, 57, 70, 80, 87, 93, 99);
    assertThat(Checkpoints.of(10)).containsExactly(0, 3, 5, 6, 7, 8, 9, 10);
    assertThat(Checkpoints.of(1)).containsExactly(0, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "linf, 0.3, confidence, 20",
    "l2, 1.5, confidence, 20",
    "linf, 0.1, cross-entropy, 20",
    "l2, 0.5, margin, 20"
  })
  void everyStepOfThePath(String norm, double epsilon, String objective, int steps) {
    try (Network network = TinyCnn.create()) {
      AttackBatch batch = batch();
      NDArray start = golden("tiny_cnn", "delta0");
      List<float[]> path = new ArrayList<>();
      ThreatModel threat = new ThreatModel(norm, epsilon);
      float[] best =
          new AutoPgd(
                  network,
                  batch,
                  threat,
                  Objectives.of(objective),
                  start,
                  (perturbations, logits) -> path.add(perturbations.toFloatArray()))
              .run(steps)
              .toFloatArray();

      assertThat(path).hasSize(steps + 1);
      for (int i = 0; i < LABELS.length; i++) {
        Reference reference = new Reference(network, i, threat, Objectives.of(objective));
        double[] expected = reference.run(row(start.toFloatArray(), i), steps);
        assertRow(best, i, expected, "best");
        for (int k = 0; k <= steps; k++) {
          assertRow(path.get(k), i, reference.path.get(k), "step " + k);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"linf, 0.2, confidence", "l2, 1, confidence", "linf, 0.2, cross-entropy"})
  void itsBestIsTheBestItMetAndNeverWorseThanOneStep(
      String norm, double epsilon, String objective) {
    ThreatModel threat = new ThreatModel(norm, epsilon);
    for (long seed = 0; seed < 5; seed++) {
      try (Network network = TinyCnn.withFreshWeights(seed)) {
        float[] met = {1e9f, 1e9f, 1e9f};
        NDArray best =
            new ApgdAttack(threat, objective, 20, "zero")
                .run(
                    network,
                    batch(),
                    0,
                    seed,
                    (perturbations, logits) -> {
                      float[] here = value(objective, logits);
                      for (int i = 0; i < met.length; i++) {
                        met[i] = Math.min(met[i], here[i]);
                      }
                    });
        NDArray oneStep =
            new FgsmAttack(threat, objective)
                .run(network, batch(), 0, seed, CandidateObserver.none());
        float[] reached = value(objective, network.logits(batch().images().add(best)));
        float[] fgsm = value(objective, network.logits(batch().images().add(oneStep)));
        assertThat(reached).containsExactly(met, within(1e-6f));
        for (int i = 0; i < fgsm.length; i++) {
          assertThat(reached[i]).isLessThanOrEqualTo(fgsm[i] + 1e-6f);
        }
      }
    }
  }

  /**
   * Every step but the first lowers F, yet none below the start's: only that the best stood still
   * says that the step is too long. Once halved, the next checkpoint lets it be.
   */
  @Test
  void aBestThatStandsStillHalvesTheStepUnlessItWasJustHalved() {
    FormulaClassifier slope = FormulaClassifier.linear(1);
    int[] evaluations = new int[1];
    Objective falling =
        new Objective() {

          @Override
          public String name() {
            return "falling";
          }

          @Override
          public NDArray evaluate(NDArray logits, NDArray oneHot) {
            NDArray value = logits.sum(new int[] {1});
            int evaluation = evaluations[0]++;
            return value.sub(value.stopGradient()).add(evaluation == 0 ? 0 : 100 - evaluation);
          }
        };
    List<Float> path = new ArrayList<>();
    new AutoPgd(
            slope,
            slope.image(0.5f),
            new ThreatModel("linf", 0.4),
            falling,
            array(new float[1], 1, 1, 1, 1),
            (perturbations, logits) -> path.add(perturbations.getFloat(0)))
        .run(20);

    assertThat(Checkpoints.of(20)).startsWith(0, 5, 9, 12);
    assertThat(path.subList(1, 6)).containsOnly(-0.4f);
    assertThat(path.get(6)).isCloseTo(-0.2f, within(1e-6f));
    assertThat(path.subList(7, 13)).containsOnly(-0.4f);
    assertThat(path.get(13)).isGreaterThan(-0.3f);
  }

  private static AttackBatch batch() {
    return new AttackBatch(
        new int[] {0, 1, 2}, LABELS, golden("tiny_cnn", "inputs"), oneHot(LABELS, TinyCnn.CLASSES));
  }

  private static float[] value(String objective, NDArray logits) {
    return Objectives.of(objective)
        .evaluate(logits, oneHot(LABELS, TinyCnn.CLASSES))
        .toFloatArray();
  }

  private static double[] row(float[] values, int i) {
    double[] row = new double[64];
    for (int k = 0; k < 64; k++) {
      row[k] = values[i * 64 + k];
    }
    return row;
  }

  private static void assertRow(float[] actual, int i, double[] expected, String what) {
    double[] row = row(actual, i);
    assertThat(row).as("image %d, %s", i, what).containsExactly(expected, within((double) PATH));
  }

  /** The paper's algorithm for one example, written with loops and in float64. */
  private static final class Reference {

    private final Network network;
    private final double[] image;
    private final NDArray label;
    private final double epsilon;
    private final boolean box;
    private final Objective objective;
    private final List<double[]> path = new ArrayList<>();

    Reference(Network network, int i, ThreatModel threat, Objective objective) {
      this.network = network;
      this.image = row(golden("tiny_cnn", "inputs").toFloatArray(), i);
      this.label = oneHot(new int[] {LABELS[i]}, TinyCnn.CLASSES);
      this.epsilon = threat.epsilon();
      this.box = threat.norm().equals("linf");
      this.objective = objective;
    }

    double[] run(double[] start, int steps) {
      double eta = 2 * epsilon;
      double[] x = project(start);
      double[] before = x;
      path.add(x);
      double f = value(x);
      double[] best = x;
      double bestF = f;
      double bestFAtCheckpoint = f;
      boolean halvedAtCheckpoint = false;
      int checkpoint = 0;
      int successes = 0;
      for (int k = 1; k <= steps; k++) {
        double[] g = direction(x);
        double alpha = k == 1 ? 1 : 0.75;
        double[] z = new double[64];
        for (int j = 0; j < 64; j++) {
          z[j] = x[j] - eta * g[j];
        }
        z = project(z);
        double[] next = new double[64];
        for (int j = 0; j < 64; j++) {
          next[j] = x[j] + alpha * (z[j] - x[j]) + (1 - alpha) * (x[j] - before[j]);
        }
        next = project(next);
        path.add(next);
        double nextF = value(next);
        successes += nextF < f ? 1 : 0;
        before = x;
        x = next;
        f = nextF;
        if (f < bestF) {
          best = x;
          bestF = f;
        }
        if (Checkpoints.of(steps).contains(k)) {
          boolean halve =
              successes < 0.75 * (k - checkpoint)
                  || !halvedAtCheckpoint && bestF == bestFAtCheckpoint;
          if (halve) {
            eta /= 2;
            x = best;
            f = bestF;
          }
          halvedAtCheckpoint = halve;
          bestFAtCheckpoint = bestF;
          checkpoint = k;
          successes = 0;
        }
      }
      return best;
    }

    private double[] project(double[] delta) {
      double length = Math.sqrt(Arrays.stream(delta).map(d -> d * d).sum());
      double[] projected = new double[64];
      for (int j = 0; j < 64; j++) {
        double inBall =
            box
                ? Math.max(-epsilon, Math.min(epsilon, delta[j]))
                : delta[j] * Math.min(1, epsilon / Math.max(length, 1e-300));
        projected[j] = Math.max(-image[j], Math.min(1 - image[j], inBall));
      }
      return projected;
    }

    private double value(double[] delta) {
      return objective.evaluate(network.logits(input(delta)), label).getFloat(0);
    }

    private double[] direction(double[] delta) {
      NDArray leaf = input(delta);
      float[] gradient =
          Gradients.of(leaf, () -> objective.evaluate(network.logits(leaf), label).sum())
              .toFloatArray();
      double length = 0;
      for (float entry : gradient) {
        length += (double) entry * entry;
      }
      double[] direction = new double[64];
      for (int j = 0; j < 64; j++) {
        direction[j] = box ? Math.signum(gradient[j]) : gradient[j] / Math.sqrt(length);
      }
      return direction;
    }

    private NDArray input(double[] delta) {
      float[] pixels = new float[64];
      for (int j = 0; j < 64; j++) {
        pixels[j] = (float) (image[j] + delta[j]);
      }
      return array(pixels, 1, 1, 8, 8);
    }
  }
}
