package org.rhobust.model;

import ai.djl.ndarray.types.Shape;
import org.rhobust.data.DataSet;
import org.rhobust.data.ImageSet;

/**
 * The extents of one image, all at least 1 and at most 4096, together at most 2²⁶ values. Written
 * {@code CxHxW}, such as {@code 1x28x28}.
 */
public record ImageShape(int channels, int height, int width) {

  private static final int LARGEST_SIDE = 4096;
  private static final long MOST_VALUES = 1 << 26;

  /** Checks the ranges: {@link IllegalArgumentException} names the field that is outside. */
  public ImageShape {
    require("channels", channels);
    require("height", height);
    require("width", width);
    if ((long) channels * height * width > MOST_VALUES) {
      throw new IllegalArgumentException(
          "input has %dx%dx%d values, more than %,d"
              .formatted(channels, height, width, MOST_VALUES));
    }
  }

  /**
   * Reads {@code CxHxW}.
   *
   * @throws IllegalArgumentException when the text is not of that form or an extent is out of range
   */
  public static ImageShape parse(String text) {
    if (!text.matches("\\d{1,4}x\\d{1,4}x\\d{1,4}")) {
      throw new IllegalArgumentException(
          "input '" + text + "' is not of the form CxHxW, such as 1x28x28");
    }
    String[] extents = text.split("x");
    return new ImageShape(
        Integer.parseInt(extents[0]), Integer.parseInt(extents[1]), Integer.parseInt(extents[2]));
  }

  /** That of the images of a set. */
  public static ImageShape of(ImageSet images) {
    return new ImageShape(images.channels(), images.height(), images.width());
  }

  /** That of the images of a data set, which need not be here. */
  public static ImageShape of(DataSet dataSet) {
    return new ImageShape(dataSet.channels(), dataSet.height(), dataSet.width());
  }

  /** The number of values, C·H·W. */
  public int size() {
    return channels * height * width;
  }

  /** The shape of {@code count} images, [N, C, H, W]. */
  public Shape batch(long count) {
    return new Shape(count, channels, height, width);
  }

  @Override
  public String toString() {
    return channels + "x" + height + "x" + width;
  }

  private static void require(String field, int extent) {
    if (extent < 1 || extent > LARGEST_SIDE) {
      throw new IllegalArgumentException(
          "input.%s must lie in 1..%d, not %d".formatted(field, LARGEST_SIDE, extent));
    }
  }
}
