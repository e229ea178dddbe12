package org.rhobust.data.augmentation;

import java.util.Arrays;

/** Operations that move pixels. Each takes the nearest pixel; none is mixed of several. */
final class Geometry {

  /** Positions are in units of 2^−16 pixels, so that a row is walked by one addition a pixel. */
  private static final int FRACTION = 16;

  private Geometry() {}

  /** Mirrors left and right. */
  static void flip(PixelBuffer image) {
    int[] levels = image.levels();
    int width = image.width();
    for (int row = 0; row < levels.length; row += width) {
      for (int left = row, right = row + width - 1; left < right; left++, right--) {
        int level = levels[left];
        levels[left] = levels[right];
        levels[right] = level;
      }
    }
  }

  /** Moves the content by whole pixels; {@code level} fills what becomes free. */
  static void shift(PixelBuffer image, int right, int down, int level) {
    int height = image.height();
    int width = image.width();
    int[] from = image.levels();
    int[] to = image.spare();
    Arrays.fill(to, level);
    int length = width - Math.abs(right);
    for (int row = 0; length > 0 && row < image.channels() * height; row++) {
      int source = row % height - down;
      if (source >= 0 && source < height) {
        int start = (row - down) * width;
        System.arraycopy(
            from, start + Math.max(0, -right), to, row * width + Math.max(0, right), length);
      }
    }
    image.swap();
  }

  /** Each row moves left by {@code slope} times its distance from the top. */
  static void shearX(PixelBuffer image, double slope) {
    affine(image, 1, slope, 0, 0, 1, 0);
  }

  /** Each column moves up by {@code slope} times its distance from the left. */
  static void shearY(PixelBuffer image, double slope) {
    affine(image, 1, 0, 0, slope, 1, 0);
  }

  /** Moves left by a share of the width, to the nearest pixel. */
  static void translateX(PixelBuffer image, double share) {
    shift(image, -nearest(share * image.width()), 0, PixelBuffer.MID_GREY);
  }

  /** Moves up by a share of the height, to the nearest pixel. */
  static void translateY(PixelBuffer image, double share) {
    shift(image, 0, -nearest(share * image.height()), PixelBuffer.MID_GREY);
  }

  /** Turns about the middle, anticlockwise. */
  static void rotate(PixelBuffer image, double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double x = image.width() / 2.0;
    double y = image.height() / 2.0;
    affine(image, cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y);
  }

  /** Equal lengths both ways. */
  private static int nearest(double length) {
    return (int) Math.copySign(Math.round(Math.abs(length)), length);
  }

  /** What is at (x, y) comes from (a·x + b·y + c, d·x + e·y + f), both of pixel middles. */
  private static void affine(
      PixelBuffer image, double a, double b, double c, double d, double e, double f) {
    int height = image.height();
    int width = image.width();
    int area = image.area();
    int[] from = image.levels();
    int[] to = image.spare();
    long firstX = fixed(c + (a + b) / 2);
    long firstY = fixed(f + (d + e) / 2);
    for (int y = 0; y < height; y++) {
      long sourceX = firstX + y * fixed(b);
      long sourceY = firstY + y * fixed(e);
      for (int x = 0; x < width; x++, sourceX += fixed(a), sourceY += fixed(d)) {
        long column = sourceX >> FRACTION;
        long row = sourceY >> FRACTION;
        boolean inside = column >= 0 && column < width && row >= 0 && row < height;
        int source = inside ? (int) (row * width + column) : -1;
        for (int k = y * width + x, s = source; k < to.length; k += area, s += area) {
          to[k] = inside ? from[s] : PixelBuffer.MID_GREY;
        }
      }
    }
    image.swap();
  }

  private static long fixed(double position) {
    return (long) Math.floor(position * (1 << FRACTION) + 0.5);
  }
}
