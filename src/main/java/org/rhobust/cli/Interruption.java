package org.rhobust.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end well after Ctrl-C or a termination signal: it is asked to stop, and the
 * program ends when it has, at the latest after a minute. The exit status is then Java's own: 128
 * plus the signal, such as 130 for Ctrl-C and 143 for SIGTERM.
 */
public final class Interruption {

  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean requested;

  private Interruption() {}

  /** Watches for signals from now on. */
  public static Interruption watch() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "interruption"));
    return interruption;
  }

  /** Whether the command should stop where it can. */
  public boolean requested() {
    return requested;
  }

  /** The command has ended: the program need not wait for it. */
  public void ended() {
    end.countDown();
  }

  private void stop() {
    requested = true;
    try {
      end.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
