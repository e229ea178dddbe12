package org.rhobust.bench;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rhobust.data.DataSets;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.evaluation.battery.BatteryEvaluation;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.model.OpenModel;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Torch;

/**
 * How the cost of a battery grows: CPU time of one thread and arrays alive, for an attack and for
 * twice its images, steps and restarts. The attack is on CCAT, none of whose images is decided
 * early.
 */
public final class BatteryCost {

  private static final int IMAGES = 50;
  private static final int STEPS = 100;
  private static final int ROUNDS = 5;

  private BatteryCost() {}

  public static void main(String[] arguments) {
    ComputeThread.get().call(BatteryCost::measure);
  }

  private static Void measure() {
    Torch.setThreads(1);
    try (OpenModel model = OpenModel.open("mnist-ccat", Device.cpu())) {
      run(model, IMAGES, STEPS, 1);
      double[] base = new double[ROUNDS];
      double[][] doubled = new double[4][ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        base[round] = run(model, IMAGES, STEPS, 1);
        doubled[0][round] = run(model, 2 * IMAGES, STEPS, 1) / base[round];
        doubled[1][round] = run(model, IMAGES, 2 * STEPS, 1) / base[round];
        doubled[2][round] = run(model, IMAGES, STEPS, 2) / base[round];
        doubled[3][round] = run(model, IMAGES, 10 * STEPS, 1) / base[round];
      }
      System.out.printf(
          "%d images, %d steps, 1 restart: %.2f s; twice the images ×%.2f, steps ×%.2f, restarts"
              + " ×%.2f; ten times the steps ×%.2f (medians of %d rounds, CPU time; %s)%n",
          IMAGES,
          STEPS,
          Load.median(base) / 1e3,
          Load.median(doubled[0]),
          Load.median(doubled[1]),
          Load.median(doubled[2]),
          Load.median(doubled[3]),
          ROUNDS,
          Load.describe());
    }
    return null;
  }

  /** CPU milliseconds. */
  private static double run(OpenModel model, int images, int steps, int restarts) {
    BatteryEntry entry =
        BatteryEntry.of(
            Map.of(
                "attack",
                "pgd",
                "norm",
                "linf",
                "epsilon",
                0.3,
                "steps",
                (long) steps,
                "restarts",
                (long) restarts,
                "initialisation",
                "uniform-norm"));
    TestSplit split = TestSplit.of(DataSets.get("mnist").test(), images, IMAGES);
    List<Long> alive = new ArrayList<>();
    double start = Load.threadCpuMillis();
    try (BatteryEvaluation evaluation =
        new BatteryEvaluation(
            model.classifier(), split, new AttackBattery("cost", List.of(entry)), 0)) {
      while (!evaluation.finished()) {
        evaluation.runNext(() -> alive.add((long) Torch.liveArrays(model.classifier().device())));
      }
    }
    double taken = Load.threadCpuMillis() - start;
    System.out.printf(
        "  %d images, %d steps, %d restarts: %.0f ms, at most %d arrays alive%n",
        images, steps, restarts, taken, alive.stream().mapToLong(Long::longValue).max().orElse(0));
    return taken;
  }
}
