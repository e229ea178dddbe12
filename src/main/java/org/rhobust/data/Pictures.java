package org.rhobust.data;

import java.nio.file.Path;

/**
 * Reads pictures (PNG, JPEG, BMP, GIF) for networks of one input shape. A picture of another size
 * is scaled by area average with its aspect kept and centred on black; transparent parts are black
 * too. For one channel, colour turns to grey by the luma of ITU-R BT.601; for three, grey is
 * repeated.
 */
public final class Pictures {

  private final int channels;
  private final int height;
  private final int width;

  /**
   * For inputs of [C, H, W].
   *
   * @throws IllegalArgumentException if an extent is below 1
   */
  public Pictures(int channels, int height, int width) {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException("no picture is " + shape(channels, height, width));
    }
    this.channels = channels;
    this.height = height;
    this.width = width;
  }

  /**
   * The picture in {@code file}; of a moving one the first.
   *
   * @throws DataException if it cannot be read, is too large or damaged, or the network takes
   *     neither one channel nor three
   */
  public Picture read(Path file) {
    requireColours();
    DecodedPicture decoded = DecodedPicture.read(file);
    return new PictureFit(decoded, channels, height, width).picture();
  }

  /** The size that pictures get, such as {@code 28x28}, height first. */
  public String size() {
    return height + "x" + width;
  }

  /** The number of channels, C. */
  public int channels() {
    return channels;
  }

  /**
   * Refuses networks that cannot take pictures.
   *
   * @throws DataException unless C is 1 or 3
   */
  void requireColours() {
    if (channels != 1 && channels != 3) {
      throw new DataException(
          "the model takes %d channels, but pictures have 1 or 3; give IDX files or another model"
              .formatted(channels));
    }
  }

  /** The height in pixels, H. */
  int height() {
    return height;
  }

  /** The width in pixels, W. */
  int width() {
    return width;
  }

  /** The number of values of a picture, C·H·W. */
  int length() {
    return channels * height * width;
  }

  /** What {@code count} pictures take in memory, in bytes. */
  long bytes(int count) {
    return (long) length() * count;
  }

  /** The shape of an input, such as {@code 1x28x28}. */
  @Override
  public String toString() {
    return shape(channels, height, width);
  }

  static String shape(int channels, int height, int width) {
    return channels + "x" + height + "x" + width;
  }
}
