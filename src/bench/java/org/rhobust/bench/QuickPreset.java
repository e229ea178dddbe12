package org.rhobust.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rhobust.attack.PgdObserver;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.CalibrationSplit;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.ConfidenceSummary;
import org.rhobust.evaluation.RejectionMetrics;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryEvaluation;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.run.TrainingRun;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;

/** The whole quick run with CCAT, three seeds, and each network under the quick attack. */
public final class QuickPreset {

  private static final int SEEDS = 3;
  private static final int ATTACKED = 500;

  private QuickPreset() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("rhobust-bench");
    try {
      for (int seed = 0; seed < SEEDS; seed++) {
        int number = seed;
        ComputeThread.get().call(() -> measure(folder.resolve("run-" + number), number));
      }
    } finally {
      AtomicFiles.deleteTree(folder);
    }
  }

  private static Void measure(Path folder, long seed) {
    long wallStart = System.nanoTime();
    double cpuStart = Load.threadCpuMillis();
    try (TrainingRun run =
        TrainingRun.begin(
            folder,
            Presets.of("quick", TrainingMethod.CONFIDENCE_CALIBRATED).toBuilder()
                .seed(seed)
                .build(),
            "cpu",
            0,
            "bench",
            PgdObserver.none())) {
      while (!run.finished()) {
        run.advance();
      }
      double testError = run.finish(() -> {}).figures().get("test_error");
      System.out.printf(
          "seed %d: %.1f s whole run, %.1f s CPU of the compute thread, %d threads, clean error"
              + " %.2f %% (%s)%n",
          seed,
          (System.nanoTime() - wallStart) / 1e9,
          (Load.threadCpuMillis() - cpuStart) / 1e3,
          run.config().threads(),
          100 * testError,
          Load.describe());
      attack(run);
    }
    return null;
  }

  private static void attack(TrainingRun run) {
    ImageSet test = DataSets.get("mnist").test();
    BatteryEvaluation evaluation =
        new BatteryEvaluation(
            run.network(),
            TestSplit.of(test, ATTACKED, CalibrationSplit.MOST),
            AttackBattery.confidence("linf", 0.3, 100),
            0);
    while (!evaluation.finished()) {
      evaluation.runNext(() -> {});
    }
    BatteryResult result = evaluation.result(() -> {});
    RejectionMetrics metrics = result.evaluation().at(result.threshold(0.99));
    ConfidenceSummary attacked = new ConfidenceSummary(result.attackedConfidences());
    System.out.printf(
        "        RErr at 99 %% TPR %.1f %%, attacked below confidence 0.3: %.1f %%%n",
        100 * metrics.robustTestError().getAsDouble(),
        100 * attacked.shareBelow(0.3).getAsDouble());
  }
}
