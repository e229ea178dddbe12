package org.rhobust.plot;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/** Runs work on the JavaFX thread, which it starts without a display when nobody has before. */
public final class Toolkit {

  /** Held, since the log manager forgets the level of a logger that nobody holds. */
  private static final Logger LOGGER = Logger.getLogger("javafx");

  private Toolkit() {}

  /**
   * Runs work on the JavaFX thread and waits for it.
   *
   * @throws RuntimeException what the work threw
   */
  public static <T> T call(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    ensureStarted();
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a picture was painted.", e);
    }
  }

  private static synchronized void ensureStarted() {
    try {
      Platform.runLater(() -> {});
    } catch (IllegalStateException notStarted) {
      headless();
      Platform.startup(() -> {});
      // The end of the last window is not the end of a program that began without one.
      Platform.setImplicitExit(false);
    }
  }

  /**
   * JavaFX tells at each start from the class path that it would rather be on the module path. It
   * works as well, and nobody can do anything about it.
   */
  public static void silenceStartWarning() {
    LOGGER.setLevel(Level.SEVERE);
  }

  private static void headless() {
    silenceStartWarning();
    setIfAbsent("glass.platform", "Monocle");
    setIfAbsent("monocle.platform", "Headless");
    setIfAbsent("prism.order", "sw");
    setIfAbsent("java.awt.headless", "true");
    // The largest window that can be painted; Monocle's own screen is 1280 by 800.
    setIfAbsent("headless.geometry", "1600x1000-32");
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
