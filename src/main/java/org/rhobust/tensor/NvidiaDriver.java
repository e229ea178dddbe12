package org.rhobust.tensor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** NVIDIA's kernel driver, which tells its version in a file of Linux. */
final class NvidiaDriver {

  /** The same file activates the GPU profile of the build. */
  private static final Path VERSION_FILE = Path.of("/proc/driver/nvidia/version");

  private static final int LONGEST_FILE = 4096;
  private static final Pattern VERSION = Pattern.compile("\\b\\d{3}\\.\\d+(\\.\\d+)?\\b");

  private NvidiaDriver() {}

  /** The driver's version, such as {@code 535.104.05}; empty where there is no driver. */
  static Optional<String> version() {
    return version(VERSION_FILE);
  }

  static Optional<String> version(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      String text = new String(stream.readNBytes(LONGEST_FILE), StandardCharsets.US_ASCII);
      Matcher found = VERSION.matcher(text);
      return Optional.of(found.find() ? found.group() : "of unknown version");
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
