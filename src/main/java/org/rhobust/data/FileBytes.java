package org.rhobust.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole small or medium files, bounded. */
public final class FileBytes {

  private FileBytes() {}

  /**
   * The content of {@code file}.
   *
   * @param limit the most bytes to accept
   * @throws DataException if it cannot be read, is empty, or is longer than {@code limit} or than
   *     memory can hold
   */
  public static byte[] read(Path file, long limit) {
    try (InputStream stream = Files.newInputStream(file)) {
      checkLength(file.toString(), Files.size(file), limit);
      return read(stream, file.toString(), limit);
    } catch (IOException e) {
      throw FileErrors.cannotRead(file, e);
    }
  }

  /**
   * Refuses what is there and is no file that can be read from its start to its end.
   *
   * @param cure what to give in its place
   */
  static void requireRegular(Path file, String cure) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new DataException("%s is not a regular file; %s".formatted(file, cure));
    }
  }

  /**
   * The rest of {@code stream}, which stays open; {@code name} is for messages.
   *
   * @param limit the most bytes to accept
   * @throws DataException as {@link #read(Path, long)}
   */
  public static byte[] read(InputStream stream, String name, long limit) {
    try {
      byte[] bytes = stream.readNBytes((int) Math.min(limit, MemoryLimit.most()) + 1);
      checkLength(name, bytes.length, limit);
      if (bytes.length == 0) {
        throw new DataException("%s is empty (0 bytes); fetch the file again".formatted(name));
      }
      return bytes;
    } catch (IOException e) {
      throw FileErrors.cannotRead(name, e);
    }
  }

  private static void checkLength(String name, long length, long limit) {
    if (length > limit) {
      throw new DataException(
          "%s is longer than the %d bytes allowed for such a file; give the right file"
              .formatted(name, limit));
    }
    MemoryLimit.check(name, length);
  }
}
