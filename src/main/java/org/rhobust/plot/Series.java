package org.rhobust.plot;

import java.util.Arrays;

/**
 * A curve. NaN and infinite values are gaps.
 *
 * @param name the legend's word for it
 * @param role its colour
 * @param xs x values, in drawing order
 * @param ys as many y values
 * @param raw the values before smoothing, drawn faint behind; empty or as many as {@code ys}
 * @param dashed whether it is drawn in dashes, to tell it from another of its colour
 */
public record Series(
    String name, ColorRole role, Values xs, Values ys, Values raw, boolean dashed) {

  /**
   * Checks that the columns fit.
   *
   * @throws IllegalArgumentException when they differ in size
   */
  public Series {
    Values.requireSameSize(name, xs, ys);
    if (raw.size() > 0) {
      Values.requireSameSize(name, xs, raw);
    }
  }

  /** The curve through all points of two arrays, which are copied. */
  public static Series of(String name, ColorRole role, double[] xs, double[] ys) {
    return new Series(name, role, Values.of(xs), Values.of(ys), Values.NONE, false);
  }

  /** The curve through the first {@code count} points of two arrays, which are copied. */
  public static Series of(String name, ColorRole role, double[] xs, double[] ys, int count) {
    return new Series(
        name, role, Values.first(xs, count), Values.first(ys, count), Values.NONE, false);
  }

  /**
   * The {@linkplain Smoothing#movingAverage moving average} of the first {@code count} points, with
   * the points themselves faint behind it; weight 0 gives the plain curve.
   */
  public static Series smoothed(
      String name, ColorRole role, double[] xs, double[] ys, int count, double weight) {
    if (weight == 0) {
      return of(name, role, xs, ys, count);
    }
    Values raw = Values.first(ys, count);
    double[] smooth = Smoothing.movingAverage(Arrays.copyOf(ys, count), weight);
    return new Series(name, role, Values.first(xs, count), Values.of(smooth), raw, false);
  }

  /** The same in dashes. */
  public Series inDashes() {
    return new Series(name, role, xs, ys, raw, true);
  }

  /** How many points the curve has. */
  public int size() {
    return xs.size();
  }
}
