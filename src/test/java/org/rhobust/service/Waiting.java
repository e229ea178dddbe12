package org.rhobust.service;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does. */
final class Waiting {

  private Waiting() {}

  /** Returns when the condition holds; fails after a minute. */
  static void until(BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("the condition did not come to hold within a minute");
      }
      Thread.sleep(5);
    }
  }
}
