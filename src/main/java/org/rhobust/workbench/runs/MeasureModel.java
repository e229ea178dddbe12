package org.rhobust.workbench.runs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.rhobust.run.RobustMeasurement;
import org.rhobust.run.RunSummary;
import org.rhobust.workbench.controls.LongWork;
import org.rhobust.workbench.controls.ModelTests.Measured;
import org.rhobust.workbench.controls.ModelTests.Subject;

/** Attacks a finished run's model and keeps its robust error with the run. */
final class MeasureModel {

  private final Function<String, CompletableFuture<Subject>> open;
  private final BiFunction<Subject, DoubleConsumer, CompletableFuture<Measured>> attack;
  private final Executor background;
  private final Executor ui;
  private final LongWork<Measured> work;
  private final Runnable onKept;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

  /**
   * @param open opens a model directory
   * @param attack attacks the model
   * @param background writes files
   * @param ui runs on the JavaFX thread
   * @param onKept called when a figure was written
   */
  MeasureModel(
      Function<String, CompletableFuture<Subject>> open,
      BiFunction<Subject, DoubleConsumer, CompletableFuture<Measured>> attack,
      Executor background,
      Executor ui,
      Runnable onKept) {
    this.open = open;
    this.attack = attack;
    this.background = background;
    this.ui = ui;
    this.onKept = onKept;
    work = new LongWork<>(ui, () -> System.nanoTime() / 1e9);
  }

  /** The attack under way. */
  LongWork<Measured> work() {
    return work;
  }

  /** What was measured last, in one line; empty before. */
  ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** Attacks the run's final model; an attack under way is given up. */
  void measure(RunSummary run) {
    words.set("");
    work.start(
        "Attacking " + run.name(),
        progress -> {
          CompletableFuture<Measured> result = new CompletableFuture<>();
          open.apply(run.finalModel().toString())
              .thenCompose(subject -> attackUnlessCancelled(subject, progress, result))
              .whenComplete(
                  (measured, failure) -> {
                    if (failure == null) {
                      result.complete(measured);
                    } else {
                      result.completeExceptionally(failure);
                    }
                  });
          return result;
        },
        measured -> keep(run, measured));
  }

  private CompletableFuture<Measured> attackUnlessCancelled(
      Subject subject, DoubleConsumer progress, CompletableFuture<Measured> result) {
    if (result.isCancelled()) {
      return result;
    }
    CompletableFuture<Measured> attacking = attack.apply(subject, progress);
    result.whenComplete(
        (measured, failure) -> {
          if (result.isCancelled()) {
            attacking.cancel(false);
          }
        });
    return attacking;
  }

  private void keep(RunSummary run, Measured measured) {
    RobustMeasurement figure = measured.subject().test().measurement(measured.result());
    if (figure == null) {
      words.set(run.name() + ": no held-out image is classified correctly, so there is no τ.");
      return;
    }
    words.set(
        "%s: RErr(τ) %s; %s."
            .formatted(run.name(), RunWords.percent(figure.robustError()), figure.attack()));
    CompletableFuture.runAsync(() -> figure.write(run.folder()), background)
        .whenCompleteAsync((kept, failure) -> kept(failure), ui);
  }

  private void kept(Throwable failure) {
    if (failure == null) {
      onKept.run();
    } else {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      words.set(words.get() + " It was not kept: " + cause.getMessage() + ".");
    }
  }
}
