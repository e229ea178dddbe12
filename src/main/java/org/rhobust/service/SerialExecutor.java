package org.rhobust.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one task after the other; one that fails is logged and does not hold up those behind it. */
final class SerialExecutor implements Executor {

  private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);

  private final Executor background;
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  /**
   * @param background runs each task
   */
  SerialExecutor(Executor background) {
    this.background = background;
  }

  @Override
  public synchronized void execute(Runnable task) {
    last = last.handleAsync((done, failure) -> run(task), background);
  }

  private static Void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("The queue could not do its work on files: {}", String.valueOf(e));
    }
    return null;
  }
}
