package org.rhobust.data;

import java.util.function.DoubleUnaryOperator;

/**
 * The channels of an image, and what can be done to each of them. Every result is a new image whose
 * values are clamped to [0, 1].
 *
 * @param values [C, H, W]
 */
record Planes(float[] values, int height, int width) {

  /** The shorter side for which lengths are given. */
  private static final double REFERENCE_SIDE = 28;

  private static final double REACH_IN_DEVIATIONS = 3;

  /** How many pixels one pixel of a picture of 28 pixels is here. */
  double scale() {
    return Math.min(height, width) / REFERENCE_SIDE;
  }

  double mean() {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Every value by itself, in row-major order. */
  Planes map(DoubleUnaryOperator change) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) Math.max(0, Math.min(1, change.applyAsDouble(values[i])));
    }
    return new Planes(result, height, width);
  }

  /** A Gaussian filter of this standard deviation in pixels; beyond the border it repeats. */
  Planes smooth(double deviation) {
    int reach = (int) Math.ceil(REACH_IN_DEVIATIONS * deviation);
    double[] weights = new double[2 * reach + 1];
    double sum = 0;
    for (int k = -reach; k <= reach; k++) {
      weights[k + reach] = Math.exp(-k * k / (2 * deviation * deviation));
      sum += weights[k + reach];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
    return filter(weights, 1, 0).filter(weights, 0, 1);
  }

  /**
   * Turns the image about its centre and then moves it, with bilinear interpolation; what comes in
   * from outside is black.
   *
   * @param angle in radians
   * @param down in pixels
   * @param right in pixels
   */
  Planes move(double angle, double down, double right) {
    double centreRow = (height - 1) / 2.0;
    double centreColumn = (width - 1) / 2.0;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return build(
        (plane, row, column) -> {
          double y = row - down - centreRow;
          double x = column - right - centreColumn;
          return interpolate(
              plane, centreRow + cos * y - sin * x, centreColumn + sin * y + cos * x);
        });
  }

  private Planes filter(double[] weights, int down, int right) {
    int reach = weights.length / 2;
    return build(
        (plane, row, column) -> {
          double sum = 0;
          for (int k = -reach; k <= reach; k++) {
            int y = Math.max(0, Math.min(height - 1, row + k * down));
            int x = Math.max(0, Math.min(width - 1, column + k * right));
            sum += weights[k + reach] * at(plane, y, x);
          }
          return sum;
        });
  }

  private double interpolate(int plane, double y, double x) {
    int row = (int) Math.floor(y);
    int column = (int) Math.floor(x);
    double below = y - row;
    double beside = x - column;
    return (1 - below)
            * ((1 - beside) * at(plane, row, column) + beside * at(plane, row, column + 1))
        + below
            * ((1 - beside) * at(plane, row + 1, column) + beside * at(plane, row + 1, column + 1));
  }

  private float at(int plane, int row, int column) {
    boolean inside = row >= 0 && row < height && column >= 0 && column < width;
    return inside ? values[(plane * height + row) * width + column] : 0;
  }

  @FunctionalInterface
  private interface Pixel {
    double value(int plane, int row, int column);
  }

  private Planes build(Pixel pixel) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      int plane = i / (height * width);
      int row = i / width % height;
      result[i] = (float) Math.max(0, Math.min(1, pixel.value(plane, row, i % width)));
    }
    return new Planes(result, height, width);
  }
}
