package org.rhobust.tensor;

import ai.djl.Device;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the number of threads inside one operation by trying. Small networks are slower on two
 * cores than on one, large ones faster, and a busy machine changes both: so measure, do not guess.
 */
public final class ThreadCount {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadCount.class);
  private static final int TRIALS = 5;

  private ThreadCount() {}

  /**
   * As {@link #chooseFastest(Runnable)} for work on {@code device}. On a GPU the threads matter
   * little: their count stays, and nothing is run.
   */
  public static int chooseFastest(Device device, Runnable step) {
    return device.isGpu() ? Torch.threads() : chooseFastest(step);
  }

  /**
   * Runs {@code step} a few times with one thread, and doubling up to all cores, and sets the count
   * of the lowest median time.
   *
   * @param step a piece of the real work that changes nothing
   * @return the count that is now set
   */
  static int chooseFastest(Runnable step) {
    int cores = Runtime.getRuntime().availableProcessors();
    int fastest = 1;
    long shortest = Long.MAX_VALUE;
    for (int threads = 1; threads <= cores; threads *= 2) {
      Torch.setThreads(threads);
      long median = medianNanos(step);
      LOG.info("{} threads: {} ms a step", threads, median / 1_000_000.0);
      if (median < shortest) {
        shortest = median;
        fastest = threads;
      }
    }
    Torch.setThreads(fastest);
    return fastest;
  }

  private static long medianNanos(Runnable step) {
    step.run();
    long[] nanos = new long[TRIALS];
    for (int i = 0; i < TRIALS; i++) {
      long start = System.nanoTime();
      step.run();
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[TRIALS / 2];
  }
}
