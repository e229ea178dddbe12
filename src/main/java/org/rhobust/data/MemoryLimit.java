package org.rhobust.data;

/** Refuses what would not fit, so that a large file is an error message and not a dead program. */
final class MemoryLimit {

  private MemoryLimit() {}

  /** Reading takes up to twice the content, hence a third of Java's memory in bytes. */
  static long most() {
    return Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 3);
  }

  /**
   * Refuses a file of {@code bytes} that cannot be held.
   *
   * @throws DataException if {@code bytes} is more than an array or the memory can hold
   */
  static void check(String name, long bytes) {
    if (bytes > most()) {
      throw new DataException(
          "%s needs %d bytes, more than the %d that fit into memory; give Java more with -Xmx, up to 2 GB a file"
              .formatted(name, bytes, most()));
    }
  }
}
