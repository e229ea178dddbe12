package org.rhobust.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.stream.IntStream;
import org.rhobust.attack.AttackBatch;
import org.rhobust.attack.Objective;
import org.rhobust.attack.Objectives;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdSettings;
import org.rhobust.attack.ProjectedGradientDescent;
import org.rhobust.data.DataSets;
import org.rhobust.model.ImageShape;
import org.rhobust.model.Network;
import org.rhobust.model.Networks;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Gradients;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Torch;

/**
 * An iteration of PGD against the forward and backward pass that it cannot do without: small
 * network, batch 50, one thread, momentum and backtracking on. The two take turns, and the ratio is
 * taken pair by pair, so that a change of the machine's speed falls on both.
 */
public final class PgdIteration {

  private static final int ITERATIONS = 100;
  private static final int WARM_UP = 5;
  private static final int PAIRS = 21;

  private PgdIteration() {}

  public static void main(String[] arguments) {
    ComputeThread.get().call(PgdIteration::measure);
  }

  private static Void measure() {
    Torch.setThreads(1);
    try (Network network =
        Networks.create("small", 10, new ImageShape(1, 28, 28), Device.cpu(), 0)) {
      AttackBatch batch =
          AttackBatch.load(network, DataSets.get("mnist").test(), IntStream.range(0, 50).toArray());
      double[] attack = new double[PAIRS];
      double[] bare = new double[PAIRS];
      double[] ratio = new double[PAIRS];
      for (int pair = -WARM_UP; pair < PAIRS; pair++) {
        double attackTime = perIteration(() -> attack(network, batch));
        double bareTime = perIteration(() -> bare(network, batch));
        if (pair >= 0) {
          attack[pair] = attackTime;
          bare[pair] = bareTime;
          ratio[pair] = attackTime / bareTime;
        }
      }
      System.out.printf(
          "PGD iteration %.2f ms, bare forward + input gradient %.2f ms, ratio %.2f"
              + " (medians of %d pairs, CPU time of one thread; %s)%n",
          Load.median(attack), Load.median(bare), Load.median(ratio), PAIRS, Load.describe());
    }
    return null;
  }

  private static double perIteration(Runnable work) {
    double start = Load.threadCpuMillis();
    work.run();
    return (Load.threadCpuMillis() - start) / (ITERATIONS + 1);
  }

  private static void attack(Network network, AttackBatch batch) {
    PgdSettings settings =
        new PgdSettings("linf", 0.3, ITERATIONS, 0.01, 0.9, 1.5, "confidence", null, "zero", 1);
    try (Scope scope = Scope.open()) {
      new ProjectedGradientDescent(settings)
          .run(
              network,
              batch.images(),
              batch.oneHot(),
              batch.starts(settings, 0, 0),
              PgdObserver.none());
    }
  }

  private static void bare(Network network, AttackBatch batch) {
    Objective objective = Objectives.of("confidence");
    for (int i = 0; i <= ITERATIONS; i++) {
      try (Scope scope = Scope.open()) {
        NDArray leaf = batch.images().duplicate();
        Gradients.of(leaf, () -> objective.evaluate(network.logits(leaf), batch.oneHot()).sum());
      }
    }
  }
}
