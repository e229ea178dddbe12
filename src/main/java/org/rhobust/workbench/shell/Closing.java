package org.rhobust.workbench.shell;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.tensor.ComputeThread;

/** Closes the window once the compute thread has nothing to lose. */
final class Closing {

  private final WorkbenchWindow window;
  private final ComputeThread compute;
  private final Runnable endViews;
  private final Supplier<CompletableFuture<Void>> shut;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private boolean begun;

  /**
   * @param endViews gives up what the views have asked, which may take longer than anybody waits
   * @param shut closes the stage; done when the settings are kept
   */
  Closing(
      WorkbenchWindow window,
      ComputeThread compute,
      Runnable endViews,
      Supplier<CompletableFuture<Void>> shut) {
    this.window = window;
    this.compute = compute;
    this.endViews = endViews;
    this.shut = shut;
  }

  /**
   * Ends a training that is under way with a checkpoint, then closes. A second call closes at once.
   *
   * @return done when the window is closed and its settings are kept
   */
  CompletableFuture<Void> begin() {
    window.queue().close();
    endViews.run();
    boolean active = window.context().training().snapshot().state().active();
    if (begun || !active && !compute.loaded().isDone()) {
      closeNow();
    } else if (active) {
      window.notices().tell("The training ends with a checkpoint, then the window closes.");
      window.context().training().stop();
    } else {
      closeWhenIdle();
    }
    begun = true;
    return closed;
  }

  /** The training that was waited for may have ended. */
  void follow(TrainingSnapshot now) {
    if (begun && !now.state().active()) {
      closeWhenIdle();
    }
  }

  /** Questions under way are let finish, so that the JVM does not end inside native code. */
  private void closeWhenIdle() {
    compute
        .submitLatest("close", () -> null)
        .whenCompleteAsync((done, problem) -> closeNow(), Platform::runLater);
  }

  private void closeNow() {
    shut.get().thenRun(() -> closed.complete(null));
  }
}
