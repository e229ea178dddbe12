package org.rhobust.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/**
 * Progress of the engine's first start, when natives are unpacked from jars into the cache folder
 * ({@code ~/.djl.ai}, or {@code DJL_CACHE_DIR}). It watches the folder grow until it is closed.
 */
final class NativeUnpacking implements AutoCloseable {

  private static final long INTERVAL_MS = 100;

  private final Path cache;
  private final long total;
  private final long before;
  private final DoubleConsumer progress;
  private final Thread watch = new Thread(this::watch, "unpacking-progress");

  private NativeUnpacking(Path cache, long total, DoubleConsumer progress) {
    this.cache = cache;
    this.total = total;
    this.before = sizeOf(cache);
    this.progress = progress;
  }

  /**
   * Starts to watch.
   *
   * @param bytes by which {@code cache} will grow
   * @param progress told the share in [0, 1] again and again, on a thread of its own, and 1 at last
   */
  static NativeUnpacking watch(Path cache, long bytes, DoubleConsumer progress) {
    NativeUnpacking unpacking = new NativeUnpacking(cache, bytes, progress);
    unpacking.watch.setDaemon(true);
    unpacking.watch.start();
    return unpacking;
  }

  @Override
  public void close() {
    watch.interrupt();
  }

  private void watch() {
    try {
      while (total > 0) {
        Thread.sleep(INTERVAL_MS);
        progress.accept(Math.max(0, Math.min(1, (sizeOf(cache) - before) / (double) total)));
      }
    } catch (InterruptedException e) {
      // Closed: told below.
    }
    progress.accept(1);
  }

  private static long sizeOf(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
    } catch (IOException | UncheckedIOException e) {
      // The engine renames its temporary folder while we walk: the next look will see it.
      return 0;
    }
  }
}
