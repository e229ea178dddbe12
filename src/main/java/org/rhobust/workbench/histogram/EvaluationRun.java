package org.rhobust.workbench.histogram;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Latest;

/** One evaluation at a time, with its progress. Belongs to the JavaFX thread. */
final class EvaluationRun {

  private final Evaluator evaluator;
  private final Executor ui;
  private final DoubleSupplier seconds;
  private final Latest<BatteryResult> latest;
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private CompletableFuture<BatteryResult> running = new CompletableFuture<>();
  private int number;

  /** Runs a battery; see {@link org.rhobust.service.Inspection#confidences}. */
  @FunctionalInterface
  interface Evaluator {
    CompletableFuture<BatteryResult> run(
        String model,
        ImageSet test,
        int count,
        int heldOut,
        AttackBattery battery,
        long seed,
        DoubleConsumer progress);
  }

  /**
   * @param ui runs on the JavaFX thread
   * @param seconds a clock that never goes back
   */
  EvaluationRun(Evaluator evaluator, Executor ui, DoubleSupplier seconds) {
    this.evaluator = evaluator;
    this.ui = ui;
    this.seconds = seconds;
    latest = new Latest<>(ui);
  }

  /** Whether an evaluation runs. */
  ReadOnlyBooleanProperty runningProperty() {
    return latest.busyProperty();
  }

  /** The share done, in [0, 1]. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Which model is evaluated and how long it will take; empty while none is. */
  ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Why the last evaluation failed; empty where it did not. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /**
   * Starts; an evaluation that runs is given up.
   *
   * @param title of the model, for people
   * @param done told the result
   */
  void start(
      String model, String title, ImageSet images, Budget budget, Consumer<BatteryResult> done) {
    cancel();
    problem.set("");
    tell(title, 0, 0);
    double start = seconds.getAsDouble();
    int started = ++number;
    latest.ask(
        () -> {
          running =
              evaluator.run(
                  model,
                  images,
                  budget.count(),
                  budget.heldOut(),
                  budget.battery(),
                  0,
                  share -> ui.execute(() -> progressed(started, title, share, start)));
          return running;
        },
        result -> {
          status.set("");
          done.accept(result);
        },
        why -> {
          status.set("");
          problem.set(why);
        });
  }

  /** Gives up the evaluation that runs, if one does. */
  void cancel() {
    latest.forget();
    running.cancel(false);
    status.set("");
    progress.set(0);
  }

  private void progressed(int started, String title, double share, double start) {
    if (started == number && latest.busyProperty().get()) {
      tell(title, share, seconds.getAsDouble() - start);
    }
  }

  private void tell(String title, double share, double elapsed) {
    progress.set(share);
    status.set(
        share > 0 && share < 1
            ? "Evaluating %s, about %s left"
                .formatted(title, Format.duration(elapsed * (1 - share) / share))
            : "Evaluating " + title);
  }
}
