package org.rhobust.evaluation;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Where along a direction the confidences are taken. */
public final class Distances {

  /** Figure 1 follows directions to this many times ε. */
  public static final double FARTHEST_IN_EPSILON = 4;

  /** A calibrated model's confidence falls steeply near 0, so the steps there are the smallest. */
  private static final int WITHIN = 48;

  private static final int BEYOND = 72;

  private Distances() {}

  /**
   * Equally far apart, from 0 to {@code farthest}.
   *
   * @param points at least 2
   */
  public static double[] even(double farthest, int points) {
    return IntStream.range(0, points).mapToDouble(i -> farthest * i / (points - 1)).toArray();
  }

  /**
   * Squares of even steps from 0 to exactly ε, then even steps to {@code farthest}.
   *
   * @param epsilon 0 or more; where it is 0 or beyond {@code farthest}, the squares go all the way
   */
  public static double[] dense(double epsilon, double farthest) {
    double radius = epsilon > 0 && epsilon < farthest ? epsilon : farthest;
    DoubleStream within =
        IntStream.rangeClosed(0, WITHIN).mapToDouble(i -> radius * i * i / (WITHIN * WITHIN));
    DoubleStream beyond =
        radius == farthest
            ? DoubleStream.empty()
            : IntStream.rangeClosed(1, BEYOND)
                .mapToDouble(i -> radius + (farthest - radius) * i / BEYOND);
    return DoubleStream.concat(within, beyond).toArray();
  }
}
