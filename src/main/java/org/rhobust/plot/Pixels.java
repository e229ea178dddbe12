package org.rhobust.plot;

/** The values of a picture, [C, H, W], with the rule that makes colours of them. */
public final class Pixels {

  /** No picture. */
  public static final Pixels NONE = new Pixels(new float[0], 1, 0, 0, 0);

  private final float[] values;
  private final int channels;
  private final int height;
  private final int width;
  private final double limit;

  private Pixels(float[] values, int channels, int height, int width, double limit) {
    this.values = values;
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.limit = limit;
  }

  /**
   * A picture in [0, 1]; values outside are shown as the nearer end.
   *
   * @param values [C, H, W] row by row, copied
   * @throws IllegalArgumentException when the size does not fit or C is not 1 or 3
   */
  static Pixels picture(float[] values, int channels, int height, int width) {
    check(values, channels, height, width);
    return new Pixels(values.clone(), channels, height, width, 0);
  }

  /**
   * Signed changes.
   *
   * @param limit the change that has full colour, or NaN for the largest one
   */
  static Pixels perturbation(float[] values, int channels, int height, int width, double limit) {
    check(values, channels, height, width);
    double full = Double.isNaN(limit) ? largest(values) : limit;
    return new Pixels(values.clone(), channels, height, width, full);
  }

  private static void check(float[] values, int channels, int height, int width) {
    if ((channels != 1 && channels != 3)
        || height < 1
        || width < 1
        || values.length != (long) channels * height * width) {
      throw new IllegalArgumentException(
          "A picture of "
              + values.length
              + " values cannot have shape ["
              + channels
              + ", "
              + height
              + ", "
              + width
              + "]: 1 or 3 channels, height and width must fit.");
    }
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest == 0 ? 1 : largest;
  }

  /** Whether there is no picture. */
  public boolean isEmpty() {
    return values.length == 0;
  }

  /** Whether the values are signed changes. */
  public boolean signed() {
    return limit > 0;
  }

  /** The change that has full colour; 0 for a picture. */
  public double limit() {
    return limit;
  }

  /** C: 1 (grey) or 3 (red, green, blue). */
  public int channels() {
    return channels;
  }

  /** H. */
  public int height() {
    return height;
  }

  /** W. */
  public int width() {
    return width;
  }

  /** The value at a channel, row and column, each from 0. */
  public float get(int channel, int row, int column) {
    return values[(channel * height + row) * width + column];
  }

  /** How strongly changes are magnified, in words; empty for a picture. */
  String scaleText() {
    if (!signed()) {
      return "";
    }
    return "full colour at ±" + Numbers.brief(limit) + " (×" + Numbers.brief(1 / limit, 3) + ")";
  }

  /** The pixels as {@code 0xAARRGGBB}, row by row. */
  public int[] argb(PlotTheme theme) {
    int[] argb = new int[height * width];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        argb[row * width + column] = color(row, column, theme).argb();
      }
    }
    return argb;
  }

  private Rgb color(int row, int column, PlotTheme theme) {
    if (signed() && channels == 1) {
      return theme.diverging(get(0, row, column) / limit);
    }
    return new Rgb(
        level(0, row, column),
        level(channels / 2, row, column),
        level(channels - 1, row, column),
        1);
  }

  private int level(int channel, int row, int column) {
    double value = get(channel, row, column);
    double share = signed() ? 0.5 + 0.5 * value / limit : value;
    return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
  }
}
