package org.rhobust.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdSettings;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.run.RobustFigures;
import org.rhobust.run.RobustTest;
import org.rhobust.run.RunConfig;
import org.rhobust.run.RunDirectory;
import org.rhobust.run.TrainingRun;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.threat.ThreatModel;
import org.rhobust.training.StepMetrics;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/** Trains to the end, with progress, and stops between two steps when asked to. */
final class TrainTask {

  private final Console console;
  private final Path folder;
  private final boolean measure;

  /**
   * @param measure whether the finished model is attacked
   */
  TrainTask(Console console, Path folder, boolean measure) {
    this.console = console;
    this.folder = folder;
    this.measure = measure;
  }

  /** Trains in a new folder; where not one step succeeds, none is left. */
  Table begin(TrainingSettings settings, String device, int threads, String command) {
    return train(
        () -> TrainingRun.begin(folder, settings, device, threads, command, PgdObserver.none()));
  }

  /** Goes on from the newest checkpoint; a finished run is only told of. */
  Table resume(RunDirectory directory) {
    if (directory.finished()) {
      console.note(folder + " is finished; nothing was changed");
      return summary(ModelDirectory.read(directory.finalModel()).description());
    }
    return train(() -> TrainingRun.resume(folder, PgdObserver.none()));
  }

  private Table train(Callable<TrainingRun> open) {
    TrainingRun run = ComputeThread.get().call(open);
    try {
      tell(run);
      advance(run);
      Map<String, Double> robust = measure ? measure(run) : Map.of();
      console.note("measuring the model on %,d test images".formatted(run.dataSet().test().size()));
      return summary(call(() -> run.finish(robust, () -> {})));
    } finally {
      call(
          () -> {
            run.close();
            return null;
          });
    }
  }

  private void tell(TrainingRun run) {
    RunConfig config = run.config();
    TrainingSettings settings = config.settings();
    console.note(
        "training %s on %d images of %s, %d epochs of %d steps, on %s with %d thread%s"
            .formatted(
                settings.method().id(),
                settings.examples(),
                settings.dataset(),
                settings.epochs(),
                run.stepsPerEpoch(),
                config.device(),
                config.threads(),
                config.threads() == 1 ? "" : "s"));
    if (run.step() == 0) {
      tellIfBorderIsOutOfReach(settings);
    } else {
      console.note("going on after step %d of %d".formatted(run.step(), run.totalSteps()));
    }
    String changed = run.changes().words(run.totalSteps());
    if (!changed.isEmpty()) {
      console.note("with what was changed in this run: " + changed);
    }
  }

  private void tellIfBorderIsOutOfReach(TrainingSettings settings) {
    PgdSettings attack = settings.attack();
    if (settings.method() == TrainingMethod.NORMAL || attack.reach() >= attack.epsilon()) {
      return;
    }
    String reach =
        String.format(
            Locale.ROOT,
            "the attack moves at most %.4g from its start, less than epsilon %s",
            attack.reach(),
            attack.epsilon());
    if (settings.method() == TrainingMethod.ADVERSARIAL) {
      console.warn(reach + ", so the model will not be robust there; take more or larger steps");
    } else {
      console.note("remark: " + reach);
    }
  }

  private void advance(TrainingRun run) {
    try (Progress progress = console.progress(run.totalSteps())) {
      progress.update(run.step(), "");
      while (!run.finished()) {
        StepMetrics step = call(run::advance);
        progress.update(run.step(), text(run, step));
        stopIfAsked(run, progress);
      }
    } catch (RuntimeException e) {
      if (run.step() == 0) {
        run.discard();
      }
      throw e;
    }
  }

  private void stopIfAsked(TrainingRun run, Progress progress) {
    if (console.stop().getAsBoolean()) {
      progress.close();
      call(
          () -> {
            run.checkpoint();
            return null;
          });
      throw new StoppedException(
          "stopped after step %d of %d; go on with: train --resume %s"
              .formatted(run.step(), run.totalSteps(), folder));
    }
  }

  private Map<String, Double> measure(TrainingRun run) {
    return call(
        () -> {
          TrainingSettings settings = run.config().settings();
          ThreatModel threat =
              new ThreatModel(settings.attack().norm(), settings.attack().epsilon());
          RobustTest test =
              new RobustTest(run.dataSet().test(), threat, RobustTest.REFERENCE_IMAGES);
          RobustFigures figures = new RobustFigures(run.network(), test, settings.seed());
          try (Progress progress = console.progress()) {
            return figures.measure(
                done -> {
                  if (console.stop().getAsBoolean()) {
                    throw new StoppedException(
                        "stopped before the model was measured; go on with: train --resume "
                            + folder);
                  }
                  progress.update(done, "attacking the trained model");
                });
          }
        });
  }

  private Table summary(ModelDescription model) {
    return new Table("model", "test_error", "threshold", "seconds")
        .add(
            folder.resolve("final").toString(),
            model.figures().get("test_error"),
            model.threshold() == null ? null : model.threshold().value(),
            model.figures().get("training_seconds"));
  }

  private static String text(TrainingRun run, StepMetrics step) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "epoch %d of %d, step %d of %d",
                step.epoch(),
                run.config().settings().epochs(),
                step.step(),
                run.totalSteps()));
    if (!Double.isNaN(step.cleanError())) {
      text.append(String.format(Locale.ROOT, ", clean error %.1f %%", 100 * step.cleanError()));
    }
    if (!Double.isNaN(step.adversarialConfidence())) {
      text.append(
          String.format(Locale.ROOT, ", attacked confidence %.2f", step.adversarialConfidence()));
    }
    return text.toString();
  }

  private static <T> T call(Callable<T> work) {
    return ComputeThread.get().call(work);
  }
}
