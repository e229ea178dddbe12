package org.rhobust.data;

import java.util.Arrays;
import java.util.List;

/** Damages files for tests. */
public final class ByteEdits {

  private ByteEdits() {}

  /**
   * A copy in which each edit overwrites one byte: the value in its low 8 bits, the place above.
   */
  public static byte[] apply(byte[] bytes, List<Integer> edits) {
    byte[] damaged = bytes.clone();
    for (int edit : edits) {
      damaged[(edit >>> 8) % damaged.length] = (byte) edit;
    }
    return damaged;
  }

  /** The first {@code length} bytes, or with zeros added where there are fewer. */
  public static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }
}
