package org.rhobust.workbench.steps;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.rhobust.service.AttackRestarts;
import org.rhobust.service.StepsRequest;
import org.rhobust.workbench.controls.Latest;
import org.rhobust.workbench.controls.TimeLeft;

/**
 * Asks for one attack at a time and brings it to the JavaFX thread, what there is of it first. Of
 * what comes faster than the window follows only the latest is looked at.
 */
final class WalkQuestion {

  /** What takes less would only flicker. */
  private static final double LONG_SECONDS = 1;

  private final Walker walker;
  private final Executor ui;
  private final Latest<AttackRestarts> latest;
  private final DoubleSupplier seconds;
  private final Consumer<AttackRestarts> partial;
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
  private final AtomicReference<AttackRestarts> news = new AtomicReference<>();
  private CompletableFuture<AttackRestarts> running = new CompletableFuture<>();
  private StepsRequest asked;
  private double askedAt;
  private TimeLeft timeLeft;

  /** Attacks one image; see {@link org.rhobust.service.Inspection#steps}. */
  @FunctionalInterface
  interface Walker {
    CompletableFuture<AttackRestarts> walk(StepsRequest request, Consumer<AttackRestarts> partial);
  }

  /**
   * @param ui runs on the JavaFX thread
   * @param seconds a clock that never goes back
   * @param partial told what there is of the newest attack while it goes on
   */
  WalkQuestion(
      Walker walker, Executor ui, DoubleSupplier seconds, Consumer<AttackRestarts> partial) {
    this.walker = walker;
    this.ui = ui;
    this.seconds = seconds;
    this.partial = partial;
    latest = new Latest<>(ui);
    latest.busyProperty().subscribe((before, busy) -> status.set(""));
  }

  /** Whether an attack is under way. */
  ReadOnlyBooleanProperty busyProperty() {
    return latest.busyProperty();
  }

  /** How far an attack that takes long has come, and how long it will take; else empty. */
  ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /**
   * Asks; the question before is dropped.
   *
   * @param failure told one line why there is no answer
   */
  void ask(StepsRequest request, Consumer<AttackRestarts> answer, Consumer<String> failure) {
    asked = request;
    askedAt = seconds.getAsDouble();
    timeLeft = new TimeLeft(askedAt);
    status.set("");
    latest.ask(
        () -> {
          running = walker.walk(request, this::tell);
          return running;
        },
        answer,
        failure);
  }

  /** Ends the attack that is under way, if one is. */
  void giveUp() {
    latest.forget();
    running.cancel(false);
  }

  /** On any thread. */
  private void tell(AttackRestarts now) {
    if (news.getAndSet(now) == null) {
      ui.execute(this::showNews);
    }
  }

  private void showNews() {
    AttackRestarts now = news.getAndSet(null);
    if (latest.busyProperty().get() && now.request() == asked) {
      tellStatus(now);
      partial.accept(now);
    }
  }

  private void tellStatus(AttackRestarts now) {
    int steps = now.request().attack().steps();
    double time = seconds.getAsDouble();
    timeLeft.report(time, (double) now.last() / steps);
    if (time - askedAt >= LONG_SECONDS) {
      status.set(timeLeft.words("Step %d of %d".formatted(now.last(), steps)));
    }
  }
}
