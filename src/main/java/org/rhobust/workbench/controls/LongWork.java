package org.rhobust.workbench.controls;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.rhobust.run.Durations;

/**
 * One evaluation at a time, with its progress. Belongs to the JavaFX thread.
 *
 * @param <R> what comes of it
 */
public final class LongWork<R> {

  private final Executor ui;
  private final DoubleSupplier clock;
  private final Latest<R> latest;
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private CompletableFuture<R> running = new CompletableFuture<>();
  private TimeLeft timeLeft = new TimeLeft(0);
  private int number;

  /**
   * @param ui runs on the JavaFX thread
   * @param clock seconds that never go back
   */
  public LongWork(Executor ui, DoubleSupplier clock) {
    this.ui = ui;
    this.clock = clock;
    latest = new Latest<>(ui);
  }

  /** Whether an evaluation runs. */
  public ReadOnlyBooleanProperty runningProperty() {
    return latest.busyProperty();
  }

  /** The share done, in [0, 1]. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Which model is evaluated and how long it will take; empty while none is. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Why the last evaluation failed; empty where it did not. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The share done a second by the latest evaluation; NaN before it is known. */
  public double speed() {
    return timeLeft.speed();
  }

  /**
   * Starts; an evaluation that runs is given up.
   *
   * @param title of the model, for people
   * @param work begins it; its argument may be told the share done on any thread
   * @param done told the result
   */
  public void start(
      String title, Function<DoubleConsumer, CompletableFuture<R>> work, Consumer<R> done) {
    cancel();
    problem.set("");
    status.set("Evaluating " + title);
    timeLeft = new TimeLeft(clock.getAsDouble());
    int started = ++number;
    latest.ask(
        () -> {
          running = work.apply(share -> ui.execute(() -> progressed(started, title, share)));
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
  public void cancel() {
    latest.forget();
    running.cancel(false);
    status.set("");
    progress.set(0);
  }

  private void progressed(int started, String title, double share) {
    if (started != number || !latest.busyProperty().get()) {
      return;
    }
    timeLeft.report(clock.getAsDouble(), share);
    progress.set(share);
    double left = timeLeft.seconds();
    status.set(
        left > 0
            ? "Evaluating %s, about %s left".formatted(title, Durations.words(left))
            : "Evaluating " + title);
  }
}
