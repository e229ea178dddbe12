package org.rhobust.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rhobust.attack.PgdObserver;
import org.rhobust.data.AtomicFiles;
import org.rhobust.run.TrainingRun;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Torch;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;

/** Resident memory and live arrays over 2,000 steps of the quick preset. Needs Linux. */
public final class TrainingMemory {

  private static final int STEPS = 2_000;
  private static final int EVERY = 250;

  private TrainingMemory() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("rhobust-bench");
    try {
      ComputeThread.get().call(() -> measure(folder.resolve("run")));
    } finally {
      AtomicFiles.deleteTree(folder);
    }
  }

  private static Void measure(Path folder) throws IOException {
    System.out.println(Load.describe());
    try (TrainingRun run =
        TrainingRun.begin(
            folder,
            Presets.of("quick", TrainingMethod.CONFIDENCE_CALIBRATED),
            "cpu",
            1,
            "bench",
            PgdObserver.none())) {
      while (run.step() < STEPS) {
        run.advance();
        if (run.step() % EVERY == 0) {
          System.out.printf(
              "step %d: %d MB resident, %d live arrays%n",
              run.step(), Resident.megabytes(), Torch.liveArrays(run.network().device()));
        }
      }
    }
    return null;
  }
}
