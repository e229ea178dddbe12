package org.rhobust.workbench.runs;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Changes files in the background, and tells why the last action failed. */
final class FileActions {

  private final Executor background;
  private final Executor ui;
  private final Runnable onEnd;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * @param background reads and writes files
   * @param ui runs on the JavaFX thread
   * @param onEnd called on the JavaFX thread after each action, failed or not
   */
  FileActions(Executor background, Executor ui, Runnable onEnd) {
    this.background = background;
    this.ui = ui;
    this.onEnd = onEnd;
  }

  /** Why the last action failed; empty where it did not. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Tells why something failed, or clears what was told. */
  void tell(String why) {
    problem.set(why);
  }

  /**
   * Acts in the background.
   *
   * @param then told the answer on the JavaFX thread, unless the action fails
   */
  void act(Callable<Path> action, Consumer<Path> then) {
    problem.set("");
    CompletableFuture.supplyAsync(() -> call(action), background)
        .whenCompleteAsync(
            (result, failure) -> {
              if (failure == null) {
                then.accept(result);
              } else {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                problem.set(cause.getMessage());
              }
              onEnd.run();
            },
            ui);
  }

  private static Path call(Callable<Path> action) {
    try {
      return action.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }
}
