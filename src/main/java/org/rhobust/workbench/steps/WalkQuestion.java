package org.rhobust.workbench.steps;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.rhobust.service.AttackRestarts;
import org.rhobust.service.StepsRequest;
import org.rhobust.workbench.controls.Latest;

/**
 * Asks for one attack at a time and brings it to the JavaFX thread, what there is of it first. Of
 * what comes faster than the window follows only the latest is looked at.
 */
final class WalkQuestion {

  private final Walker walker;
  private final Executor ui;
  private final Latest<AttackRestarts> latest;
  private final Consumer<AttackRestarts> partial;
  private final AtomicReference<AttackRestarts> news = new AtomicReference<>();
  private CompletableFuture<AttackRestarts> running = new CompletableFuture<>();
  private StepsRequest asked;

  /** Attacks one image; see {@link org.rhobust.service.Inspection#steps}. */
  @FunctionalInterface
  interface Walker {
    CompletableFuture<AttackRestarts> walk(StepsRequest request, Consumer<AttackRestarts> partial);
  }

  /**
   * @param ui runs on the JavaFX thread
   * @param partial told what there is of the newest attack while it goes on
   */
  WalkQuestion(Walker walker, Executor ui, Consumer<AttackRestarts> partial) {
    this.walker = walker;
    this.ui = ui;
    this.partial = partial;
    latest = new Latest<>(ui);
  }

  /** Whether an attack is under way. */
  ReadOnlyBooleanProperty busyProperty() {
    return latest.busyProperty();
  }

  /**
   * Asks; the question before is dropped.
   *
   * @param failure told one line why there is no answer
   */
  void ask(StepsRequest request, Consumer<AttackRestarts> answer, Consumer<String> failure) {
    asked = request;
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
      partial.accept(now);
    }
  }
}
