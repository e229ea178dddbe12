package org.rhobust.service;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.rhobust.tensor.Devices;

/**
 * The memory that a training takes, in bytes.
 *
 * @param heap Java's part of the process
 * @param resident of the whole process, where PyTorch keeps its arrays; empty where the system does
 *     not tell
 * @param gpu taken of the GPU's memory, by all programs; empty where no GPU computes
 */
public record MemoryUse(long heap, OptionalLong resident, OptionalLong gpu) {

  private static final Path STATUS = Path.of("/proc/self/status");

  /** At this moment; reads a file, so not on the JavaFX thread. */
  static MemoryUse now(Device device) {
    Runtime runtime = Runtime.getRuntime();
    return new MemoryUse(
        runtime.totalMemory() - runtime.freeMemory(), residentBytes(), Devices.usedMemory(device));
  }

  private static OptionalLong residentBytes() {
    if (!Files.isReadable(STATUS)) {
      return OptionalLong.empty();
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
