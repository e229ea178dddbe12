package org.rhobust.data;

import java.util.Objects;
import java.util.zip.CRC32;

/**
 * The pixels of many images, one after the other, which sets and their views share.
 *
 * @param bytes unsigned, [N, C, H, W]; never changed
 */
record PixelStore(int channels, int height, int width, byte[] bytes) {

  /** The number of values of one image, C·H·W. */
  int imageLength() {
    return channels * height * width;
  }

  /** Writes the image at {@code place} as floats in [0, 1], each byte / 255. */
  void copy(int place, float[] target, int offset) {
    int length = imageLength();
    int start = place * length;
    Objects.checkFromIndexSize(offset, length, target.length);
    for (int k = 0; k < length; k++) {
      target[offset + k] = (bytes[start + k] & 0xff) / 255f;
    }
  }

  /** Writes the image at {@code place} as it is. */
  void copy(int place, byte[] target, int offset) {
    System.arraycopy(bytes, place * imageLength(), target, offset, imageLength());
  }

  /** Adds how often each byte occurs in each channel of the image at {@code place}, [C, 256]. */
  void count(int place, long[][] counts) {
    int next = place * imageLength();
    for (long[] count : counts) {
      for (int end = next + height * width; next < end; next++) {
        count[bytes[next] & 0xff]++;
      }
    }
  }

  /** Lets the image at {@code place} count in a checksum. */
  void update(int place, CRC32 checksum) {
    checksum.update(bytes, place * imageLength(), imageLength());
  }
}
