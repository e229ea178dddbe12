package org.rhobust.workbench.controls;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Asks a service on the JavaFX thread and brings the answer of the newest question back to it; what
 * older questions answer is dropped.
 *
 * @param <A> the answer
 */
public final class Latest<A> {

  private final Executor ui;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private long newest;

  /**
   * @param ui runs on the JavaFX thread
   */
  public Latest(Executor ui) {
    this.ui = ui;
  }

  /** Whether the newest question waits for its answer. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /**
   * Asks; the newest question alone is answered.
   *
   * @param answer told the answer, on the JavaFX thread
   * @param failure told one line of {@link Failures} why there is none; not told of a cancelled
   *     question
   */
  public void ask(
      Supplier<CompletableFuture<A>> question, Consumer<A> answer, Consumer<String> failure) {
    long number = ++newest;
    busy.set(true);
    question
        .get()
        .whenCompleteAsync(
            (value, problem) -> {
              if (number != newest) {
                return;
              }
              busy.set(false);
              if (problem == null) {
                answer.accept(value);
              } else if (!Failures.isCancelled(problem)) {
                failure.accept(Failures.line(problem));
              }
            },
            ui);
  }

  /** Drops the question that waits, if one does. */
  public void forget() {
    newest++;
    busy.set(false);
  }
}
