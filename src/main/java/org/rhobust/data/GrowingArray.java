package org.rhobust.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads many bytes whose number a header claims: memory grows with what really comes. */
final class GrowingArray {

  private static final int FIRST = 1 << 20;
  private static final int FACTOR = 4;

  private GrowingArray() {}

  /**
   * The next {@code count} bytes of {@code stream}, fewer where it ends before. At most a factor of
   * {@value #FACTOR} more than came is ever allocated, or a mebibyte.
   *
   * @throws IOException if the stream cannot be read
   */
  static byte[] read(InputStream stream, int count) throws IOException {
    byte[] bytes = new byte[Math.min(count, FIRST)];
    int length = 0;
    while (true) {
      length += stream.readNBytes(bytes, length, bytes.length - length);
      if (length < bytes.length) {
        return Arrays.copyOf(bytes, length);
      }
      if (length == count) {
        return bytes;
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(count, (long) FACTOR * length));
    }
  }
}
