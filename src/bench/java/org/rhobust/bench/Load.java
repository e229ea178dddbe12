package org.rhobust.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** What a measurement says of the machine it ran on, and medians. */
final class Load {

  private Load() {}

  /** The load average of the last minute, the cores and the Java version. */
  static String describe() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return "load average %.1f on %d cores, Java %s"
        .formatted(
            system.getSystemLoadAverage(),
            system.getAvailableProcessors(),
            System.getProperty("java.version"));
  }

  /** The CPU time of the calling thread, in ms: what other processes take does not count. */
  static double threadCpuMillis() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
