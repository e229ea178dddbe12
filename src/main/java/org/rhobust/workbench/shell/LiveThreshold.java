package org.rhobust.workbench.shell;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.rhobust.evaluation.Predictions;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.run.Evaluation;
import org.rhobust.run.RunDirectory;
import org.rhobust.service.ProbeResult;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.KnownThreshold;
import org.rhobust.workbench.controls.Format;

/**
 * τ of the network in training: that of its latest probe, and once it is finished the one that was
 * measured of it. Belongs to the JavaFX thread.
 */
final class LiveThreshold {

  private final Executor background;
  private final Executor ui;
  private final Consumer<KnownThreshold> changed;
  private final Consumer<Throwable> onProblem;
  private KnownThreshold known = KnownThreshold.NONE;
  private Path folder;

  /**
   * @param background reads files
   * @param ui runs on the JavaFX thread
   * @param changed told of every change
   * @param onProblem told why a finished model's τ cannot be read
   */
  LiveThreshold(
      Executor background,
      Executor ui,
      Consumer<KnownThreshold> changed,
      Consumer<Throwable> onProblem) {
    this.background = background;
    this.ui = ui;
    this.changed = changed;
    this.onProblem = onProblem;
  }

  /** What is known now. */
  KnownThreshold known() {
    return known;
  }

  /** What a model's file says. */
  static KnownThreshold stored(ModelDescription description) {
    if (description == null || description.threshold() == null) {
      return KnownThreshold.NONE;
    }
    ModelDescription.Threshold threshold = description.threshold();
    return new KnownThreshold(
        threshold.value(),
        "stored with the model, %s on %s".formatted(tpr(threshold.tpr()), threshold.calibratedOn()),
        false);
  }

  /** Tells the training as it was and is. */
  void follow(TrainingSnapshot before, TrainingSnapshot now) {
    if (!Objects.equals(now.folder(), folder)) {
      folder = now.folder();
      know(KnownThreshold.NONE);
    }
    if (now.probe() != null && (before == null || now.probe() != before.probe())) {
      know(of(now.probe()));
    }
    if (now.state() == RunState.FINISHED && (before == null || before.state() != now.state())) {
      readMeasured(now.folder());
    }
  }

  private void readMeasured(Path finished) {
    CompletableFuture.supplyAsync(
            () -> stored(ModelDirectory.describe(RunDirectory.open(finished).finalModel())),
            background)
        .whenCompleteAsync(
            (measured, problem) -> {
              if (!finished.equals(folder)) {
                return;
              }
              if (problem != null) {
                onProblem.accept(problem);
              } else if (!Double.isNaN(measured.value())) {
                know(measured);
              }
            },
            ui);
  }

  private void know(KnownThreshold next) {
    known = next;
    changed.accept(next);
  }

  private static KnownThreshold of(ProbeResult probe) {
    if (probe.threshold().isEmpty()) {
      return KnownThreshold.NONE;
    }
    Predictions heldOut = probe.sample().heldOut();
    return new KnownThreshold(
        probe.threshold().getAsDouble(),
        "follows the probe, %s on %s correct of %s held-out images, step %s"
            .formatted(
                tpr(Evaluation.TRUE_POSITIVE_RATE),
                Format.count(heldOut.correctCount()),
                Format.count(heldOut.size()),
                Format.count(probe.step())),
        true);
  }

  private static String tpr(double rate) {
    return Format.number(100 * rate) + " % TPR";
  }
}
