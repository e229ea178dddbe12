package org.rhobust.data.augmentation;

import java.util.function.IntUnaryOperator;

/** Operations that replace a level by another, wherever it stands. */
final class PointOperations {

  private static final int LEVELS = 256;

  private PointOperations() {}

  /** Dark becomes bright and bright dark. */
  static void invert(PixelBuffer image) {
    map(image, level -> 255 - level);
  }

  /** Inverts the levels from {@code threshold} on; 256 inverts none. */
  static void solarize(PixelBuffer image, double threshold) {
    map(image, level -> level < threshold ? level : 255 - level);
  }

  /** Keeps the highest bits of a level, 1 to 8. */
  static void posterize(PixelBuffer image, int bits) {
    int mask = 0xff << 8 - bits;
    map(image, level -> level & mask);
  }

  /** Stretches each channel to the whole range. */
  static void autoContrast(PixelBuffer image) {
    for (int c = 0; c < image.channels(); c++) {
      int[] counts = histogram(image, c);
      int low = lowest(counts);
      int high = highest(counts);
      if (high > low) {
        double scale = 255.0 / (high - low);
        map(image, c, level -> (int) (level * scale - low * scale));
      }
    }
  }

  /** Spreads the levels of each channel so that all are about equally frequent. */
  static void equalize(PixelBuffer image) {
    for (int c = 0; c < image.channels(); c++) {
      int[] counts = histogram(image, c);
      int step = (image.area() - counts[highest(counts)]) / 255;
      if (step > 0) {
        int[] below = new int[LEVELS];
        for (int level = 1; level < LEVELS; level++) {
          below[level] = below[level - 1] + counts[level - 1];
        }
        map(image, c, level -> (step / 2 + below[level]) / step);
      }
    }
  }

  private static void map(PixelBuffer image, IntUnaryOperator function) {
    for (int c = 0; c < image.channels(); c++) {
      map(image, c, function);
    }
  }

  private static void map(PixelBuffer image, int channel, IntUnaryOperator function) {
    int[] table = new int[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      table[level] = Math.max(0, Math.min(255, function.applyAsInt(level)));
    }
    int[] levels = image.levels();
    int start = channel * image.area();
    for (int k = start; k < start + image.area(); k++) {
      levels[k] = table[levels[k]];
    }
  }

  private static int[] histogram(PixelBuffer image, int channel) {
    int[] counts = new int[LEVELS];
    int start = channel * image.area();
    for (int k = start; k < start + image.area(); k++) {
      counts[image.levels()[k]]++;
    }
    return counts;
  }

  private static int lowest(int[] counts) {
    int level = 0;
    while (counts[level] == 0) {
      level++;
    }
    return level;
  }

  private static int highest(int[] counts) {
    int level = LEVELS - 1;
    while (counts[level] == 0) {
      level--;
    }
    return level;
  }
}
