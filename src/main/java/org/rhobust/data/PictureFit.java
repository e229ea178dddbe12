package org.rhobust.data;

/** Fits a picture into an input: size, then colours. */
final class PictureFit {

  private static final double[] LUMA = {0.299, 0.587, 0.114};

  private final DecodedPicture source;
  private final int channels;
  private final int height;
  private final int width;
  private final double scale;
  private final int fittedHeight;
  private final int fittedWidth;
  private boolean colourful;

  PictureFit(DecodedPicture source, int channels, int height, int width) {
    this.source = source;
    this.channels = channels;
    this.height = height;
    this.width = width;
    scale = Math.min((double) height / source.height(), (double) width / source.width());
    fittedHeight = fitted(source.height(), height);
    fittedWidth = fitted(source.width(), width);
  }

  Picture picture() {
    float[] values = new float[channels * height * width];
    int top = (height - fittedHeight) / 2;
    int left = (width - fittedWidth) / 2;
    double[] rgb = new double[3];
    for (int y = 0; y < fittedHeight; y++) {
      for (int x = 0; x < fittedWidth; x++) {
        average(y, x, rgb);
        int pixel = (top + y) * width + left + x;
        if (channels == 1) {
          values[pixel] = value(LUMA[0] * rgb[0] + LUMA[1] * rgb[1] + LUMA[2] * rgb[2]);
        } else {
          for (int channel = 0; channel < channels; channel++) {
            values[channel * height * width + pixel] = value(rgb[channel]);
          }
        }
      }
    }
    boolean scaled = source.height() != height || source.width() != width;
    return new Picture(values, scaled, channels == 1 ? colourful : source.grey());
  }

  private int fitted(int extent, int most) {
    return (int) Math.max(1, Math.min(most, Math.round(extent * scale)));
  }

  /** The mean colour of the part of the source that a fitted pixel covers, levels in [0, 255]. */
  private void average(int y, int x, double[] rgb) {
    rgb[0] = 0;
    rgb[1] = 0;
    rgb[2] = 0;
    double top = (double) y * source.height() / fittedHeight;
    double bottom = (double) (y + 1) * source.height() / fittedHeight;
    double left = (double) x * source.width() / fittedWidth;
    double right = (double) (x + 1) * source.width() / fittedWidth;
    double area = (bottom - top) * (right - left);
    for (int row = (int) top; row < Math.min(bottom, source.height()); row++) {
      double covered = Math.min(bottom, row + 1) - Math.max(top, row);
      for (int column = (int) left; column < Math.min(right, source.width()); column++) {
        double weight = covered * (Math.min(right, column + 1) - Math.max(left, column)) / area;
        add(source.rgb(column, row), weight, rgb);
      }
    }
  }

  private void add(int colour, double weight, double[] rgb) {
    int red = colour >> 16;
    int green = colour >> 8 & 0xff;
    int blue = colour & 0xff;
    colourful |= red != green || green != blue;
    rgb[0] += weight * red;
    rgb[1] += weight * green;
    rgb[2] += weight * blue;
  }

  private static float value(double level) {
    return Math.min(255, Math.round(level)) / 255f;
  }
}
