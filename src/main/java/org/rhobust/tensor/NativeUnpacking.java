package org.rhobust.tensor;

import ai.djl.util.Utils;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Progress of the engine's first start, when it unpacks its natives from a jar into the cache
 * folder ({@code ~/.djl.ai}, or {@code DJL_CACHE_DIR}). It watches the folder grow.
 */
final class NativeUnpacking {

  private static final String MARKER = "native/lib/pytorch.properties";

  private final Path cache = Utils.getEngineCacheDir("pytorch");
  private final long total = unpackedSize();

  /** The share unpacked so far, in [0, 1]; 1 where the size cannot be told. */
  double progress() {
    return total == 0 ? 1 : Math.min(1, (double) sizeOf(cache) / total);
  }

  private static long unpackedSize() {
    URL marker = NativeUnpacking.class.getClassLoader().getResource(MARKER);
    try {
      if (marker == null || !(marker.openConnection() instanceof JarURLConnection connection)) {
        return 0;
      }
      return connection.getJarFile().stream()
          .mapToLong(entry -> Math.max(0, entry.getSize()))
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }

  private static long sizeOf(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
    } catch (IOException | java.io.UncheckedIOException e) {
      // The engine renames its temporary folder while we walk: the next look will see it.
      return 0;
    }
  }
}
