package org.rhobust.workbench.data;

import org.rhobust.data.ImageSet;

/**
 * The pixels of an image as a tile shows them: repeated where there are few, so that scaling keeps
 * them crisp, and averaged where there are many, so that painting them is quick.
 *
 * @param argb of each pixel, row by row
 */
record TilePixels(int width, int height, int[] argb) {

  /** Pixels that the longer side has at least, as far as whole repetitions reach. */
  private static final int FEWEST = 96;

  /** Pixels that the longer side has at most. */
  static final int MOST = 192;

  /**
   * Of an image.
   *
   * @param images whose shape the values have; the first channel is red, the middle green and the
   *     last blue
   * @param values [C, H, W] in [0, 1]
   */
  static TilePixels of(ImageSet images, float[] values) {
    int longest = Math.max(images.height(), images.width());
    int zoom = Math.max(1, FEWEST / longest);
    int shrink = parts(longest, MOST);
    int width = zoom * parts(images.width(), shrink);
    int height = zoom * parts(images.height(), shrink);
    int last = images.channels() - 1;
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int top = y / zoom * shrink;
        int left = x / zoom * shrink;
        argb[y * width + x] =
            0xff << 24
                | level(images, values, 0, top, left, shrink) << 16
                | level(images, values, last / 2, top, left, shrink) << 8
                | level(images, values, last, top, left, shrink);
      }
    }
    return new TilePixels(width, height, argb);
  }

  /** The mean of a square, less what lies outside the image, in 0..255. */
  private static int level(
      ImageSet images, float[] values, int channel, int top, int left, int side) {
    int bottom = Math.min(images.height(), top + side);
    int right = Math.min(images.width(), left + side);
    double sum = 0;
    for (int y = top; y < bottom; y++) {
      int row = (channel * images.height() + y) * images.width();
      for (int x = left; x < right; x++) {
        sum += values[row + x];
      }
    }
    return (int) Math.round(255 * sum / ((bottom - top) * (right - left)));
  }

  /** How many parts of this length cover a whole. */
  private static int parts(int whole, int length) {
    return (whole - 1) / length + 1;
  }
}
