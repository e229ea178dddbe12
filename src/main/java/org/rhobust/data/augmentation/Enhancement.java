package org.rhobust.data.augmentation;

/**
 * Operations that go from a poorer image, of factor 0, through the image itself, of factor 1, and
 * beyond.
 */
final class Enhancement {

  private Enhancement() {}

  /** From black on. */
  static void brightness(PixelBuffer image, double factor) {
    int[] levels = image.levels();
    for (int k = 0; k < levels.length; k++) {
      levels[k] = between(0, levels[k], (float) factor);
    }
  }

  /** From the mean brightness of the image on. */
  static void contrast(PixelBuffer image, double factor) {
    int[] levels = image.levels();
    int area = image.area();
    long sum = 0;
    for (int k = 0; k < area; k++) {
      sum += brightnessAt(image, k);
    }
    int mean = (int) ((double) sum / area + 0.5);
    for (int k = 0; k < levels.length; k++) {
      levels[k] = between(mean, levels[k], (float) factor);
    }
  }

  /** From greys of the same brightness on; an image without three channels has no colour. */
  static void color(PixelBuffer image, double factor) {
    if (image.channels() != 3) {
      return;
    }
    int[] levels = image.levels();
    int area = image.area();
    for (int k = 0; k < area; k++) {
      int grey = brightnessAt(image, k);
      for (int c = k; c < levels.length; c += area) {
        levels[c] = between(grey, levels[c], (float) factor);
      }
    }
  }

  /** From a smoothed image on, of which a pixel is 5/13 and each neighbour 1/13; not at borders. */
  static void sharpness(PixelBuffer image, double factor) {
    int height = image.height();
    int width = image.width();
    int[] from = image.levels();
    int[] to = image.spare();
    System.arraycopy(from, 0, to, 0, from.length);
    for (int c = 0; c < image.channels(); c++) {
      for (int y = 1; y < height - 1; y++) {
        int row = (c * height + y) * width;
        for (int k = row + 1; k < row + width - 1; k++) {
          int sum = 4 * from[k] + three(from, k - width) + three(from, k) + three(from, k + width);
          to[k] = between((2 * sum + 13) / 26, from[k], (float) factor);
        }
      }
    }
    image.swap();
  }

  private static int three(int[] levels, int middle) {
    return levels[middle - 1] + levels[middle] + levels[middle + 1];
  }

  /** The brightness of a pixel: of three channels by ITU-R BT.601, else their mean. */
  private static int brightnessAt(PixelBuffer image, int k) {
    int[] levels = image.levels();
    int area = image.area();
    if (image.channels() == 3) {
      return 19595 * levels[k] + 38470 * levels[k + area] + 7471 * levels[k + 2 * area] + 0x8000
          >> 16;
    }
    int sum = 0;
    for (int c = k; c < levels.length; c += area) {
      sum += levels[c];
    }
    return sum / image.channels();
  }

  /** In single precision and rounded towards zero, as Pillow does. */
  private static int between(int poorer, int level, float factor) {
    float value = poorer + factor * (level - poorer);
    return value <= 0 ? 0 : value >= 255 ? 255 : (int) value;
  }
}
