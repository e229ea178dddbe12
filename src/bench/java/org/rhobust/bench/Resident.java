package org.rhobust.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process, as Linux counts it. */
final class Resident {

  private Resident() {}

  static long megabytes() throws IOException {
    return field("VmRSS:");
  }

  /** The most that it ever was. */
  static long peakMegabytes() throws IOException {
    return field("VmHWM:");
  }

  private static long field(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
