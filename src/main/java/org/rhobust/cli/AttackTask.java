package org.rhobust.cli;

import java.util.Arrays;
import java.util.List;
import org.rhobust.attack.ImageAttack;
import org.rhobust.attack.ImageAttack.Outcome;
import org.rhobust.attack.PgdSettings;
import org.rhobust.attack.PgdStep;
import org.rhobust.data.ImageSet;
import org.rhobust.model.OpenModel;
import org.rhobust.report.AttackFile;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Devices;
import org.rhobust.tensor.Torch;

/** Attacks images in batches, with progress, and hands each image on as its batch is done. */
final class AttackTask {

  private final Console console;
  private final ModelOptions.Source source;
  private final ImageSet images;
  private final PgdSettings settings;
  private final long seed;
  private final ComputeOptions compute;
  private final Table results =
      new Table("index", "best_objective", "norm", "prediction", "confidence");
  private int iterationsDone;

  AttackTask(
      Console console,
      ModelOptions.Source source,
      ImageSet images,
      PgdSettings settings,
      long seed,
      ComputeOptions compute) {
    this.console = console;
    this.source = source;
    this.images = images;
    this.settings = settings;
    this.seed = seed;
    this.compute = compute;
  }

  /**
   * Attacks the images and writes the files; a row an image in the table. The files are opened
   * before the engine is loaded, so that a place that cannot be written costs nothing.
   */
  Table run(int[] indices, int[] labels, List<AttackFile.Target> targets) {
    AttackFile.writeAll(targets, files -> attack(indices, labels, files));
    return results;
  }

  private void attack(int[] indices, int[] labels, List<AttackFile> files) {
    ComputeThread.get()
        .call(
            () -> {
              try (OpenModel model = source.onDevice().apply(Devices.of(compute.device))) {
                ImageAttack attack = new ImageAttack(model.classifier(), images, settings, seed);
                run(attack, indices, labels, files);
              }
              return null;
            });
  }

  private void run(ImageAttack attack, int[] indices, int[] labels, List<AttackFile> files) {
    int size = attack.batchSize();
    int batches = (indices.length + size - 1) / size;
    setThreads(attack, head(indices, size), head(labels, size), batches);
    try (Progress progress =
        console.progress(batches * settings.restarts() * (settings.steps() + 1))) {
      for (int from = 0; from < indices.length; from += size) {
        int to = Math.min(indices.length, from + size);
        String text = "attacking images %d to %d of %d".formatted(from + 1, to, indices.length);
        List<Outcome> outcomes =
            attack.run(
                Arrays.copyOfRange(indices, from, to),
                Arrays.copyOfRange(labels, from, to),
                state -> {
                  console.checkStop();
                  progress.update(iterationsDone++, text);
                });
        for (Outcome outcome : outcomes) {
          add(outcome);
          files.forEach(file -> file.add(outcome));
        }
      }
    }
  }

  /** One image alone is not worth a trial. */
  private void setThreads(ImageAttack attack, int[] indices, int[] labels, int batches) {
    if (compute.threads != null) {
      Torch.setThreads(compute.threads);
    } else if (batches > 1) {
      attack.chooseThreads(indices, labels);
    } else {
      Torch.setThreads(1);
    }
  }

  private void add(Outcome outcome) {
    PgdStep best = outcome.best();
    results.add(
        outcome.index(), best.objective(), best.norm(), best.prediction(), best.confidence());
  }

  private static int[] head(int[] values, int count) {
    return Arrays.copyOf(values, Math.min(values.length, count));
  }
}
