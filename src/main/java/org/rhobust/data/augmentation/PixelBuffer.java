package org.rhobust.data.augmentation;

import java.util.Arrays;

/**
 * One image under work: levels [C, H, W] in 0..255, and a second plane of that size into which an
 * operation that moves pixels writes its result. Reused from image to image.
 */
final class PixelBuffer {

  /**
   * What an area without content shows: the middle of the range, near the mean of natural images,
   * so that a network that normalises its input sees almost nothing there.
   */
  static final int MID_GREY = 128;

  private final int channels;
  private final int height;
  private final int width;
  private int[] levels;
  private int[] spare;

  PixelBuffer(int channels, int height, int width) {
    this.channels = channels;
    this.height = height;
    this.width = width;
    levels = new int[channels * height * width];
    spare = new int[levels.length];
  }

  int channels() {
    return channels;
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /** The number of pixels of one channel, H·W. */
  int area() {
    return height * width;
  }

  /** The levels [C, H, W], not copied. */
  int[] levels() {
    return levels;
  }

  /** An array like {@link #levels}, of any content, that becomes the image by {@link #swap}. */
  int[] spare() {
    return spare;
  }

  /** Makes the spare array the image. */
  void swap() {
    int[] image = spare;
    spare = levels;
    levels = image;
  }

  boolean hasShape(int c, int h, int w) {
    return channels == c && height == h && width == w;
  }

  /** Takes values in [0, 1], each a byte / 255, from {@code offset} on. */
  void read(float[] source, int offset) {
    for (int k = 0; k < levels.length; k++) {
      levels[k] = Math.round(source[offset + k] * 255f);
    }
  }

  /** Writes each level / 255 from {@code offset} on. */
  void write(float[] target, int offset) {
    for (int k = 0; k < levels.length; k++) {
      target[offset + k] = levels[k] / 255f;
    }
  }

  /** The rectangle of rows {@code top} to {@code bottom}, exclusive, clipped, in one level. */
  void fill(int top, int left, int bottom, int right, int level) {
    int from = Math.max(0, left);
    int to = Math.min(width, right);
    if (from >= to) {
      return;
    }
    for (int c = 0; c < channels; c++) {
      for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
        int row = (c * height + y) * width;
        Arrays.fill(levels, row + from, row + to, level);
      }
    }
  }
}
