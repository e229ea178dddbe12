package org.rhobust.cli;

import picocli.CommandLine.Option;

/** Where to compute, and with how many threads. */
final class ComputeOptions {

  @Option(
      names = "--device",
      defaultValue = "auto",
      paramLabel = "NAME",
      description =
          "auto, cpu or gpu:n, as 'rhobust devices' lists them (default: ${DEFAULT-VALUE}: a GPU"
              + " where there is one).")
  String device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads inside one operation (default: what is fastest in a short trial).")
  Integer threads;

  /**
   * The number of threads, 0 where none was given.
   *
   * @throws IllegalArgumentException when it is below 1
   */
  int threadsOrZero() {
    if (threads != null && threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + "; it must be 1 or more");
    }
    return threads == null ? 0 : threads;
  }
}
