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

/**
 * One long work at a time, with its progress. Belongs to the JavaFX thread.
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

  /** Whether a work is under way. */
  public ReadOnlyBooleanProperty runningProperty() {
    return latest.busyProperty();
  }

  /** The share done, in [0, 1]. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What is being done and how long it will take; empty while nothing is. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Why the last work failed; empty where it did not. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The share done a second by the latest work; NaN before it is known. */
  public double speed() {
    return timeLeft.speed();
  }

  /**
   * Starts; a work that is under way is given up.
   *
   * @param doing what is done, for people, such as "Evaluating mnist-ccat"
   * @param work begins it; its argument may be told the share done on any thread
   * @param done told the result
   */
  public void start(
      String doing, Function<DoubleConsumer, CompletableFuture<R>> work, Consumer<R> done) {
    cancel();
    problem.set("");
    status.set(doing);
    timeLeft = new TimeLeft(clock.getAsDouble());
    int started = ++number;
    latest.ask(
        () -> {
          running = work.apply(share -> ui.execute(() -> progressed(started, doing, share)));
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

  /** Gives up the work that is under way, if one is. */
  public void cancel() {
    latest.forget();
    running.cancel(false);
    status.set("");
    progress.set(0);
  }

  private void progressed(int started, String doing, double share) {
    if (started != number || !latest.busyProperty().get()) {
      return;
    }
    timeLeft.report(clock.getAsDouble(), share);
    progress.set(share);
    status.set(timeLeft.words(doing));
  }
}
