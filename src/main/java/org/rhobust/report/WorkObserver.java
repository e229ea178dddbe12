package org.rhobust.report;

/** Watches the work behind figures, on the compute thread. */
@FunctionalInterface
public interface WorkObserver {

  /**
   * Called after each iteration of an attack.
   *
   * @param share done, from 0 to 1
   * @param what goes on, such as "attacking 500 images with mnist-ccat"
   * @throws RuntimeException to end the work
   */
  void observe(double share, String what);
}
