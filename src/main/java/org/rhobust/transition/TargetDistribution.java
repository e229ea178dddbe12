package org.rhobust.transition;

import java.util.Arrays;

/** The training target ỹ = λ·onehot(y) + (1 − λ)/K over K ≥ 2 classes. */
public final class TargetDistribution {

  private TargetDistribution() {}

  /**
   * λ + (1 − λ)/K, the target of the true class.
   *
   * @param lambda λ in [0, 1]
   * @param classes K ≥ 2
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static double trueClass(double lambda, int classes) {
    return lambda + otherClass(lambda, classes);
  }

  /**
   * (1 − λ)/K, the target of every class but the true one.
   *
   * @param lambda λ in [0, 1]
   * @param classes K ≥ 2
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static double otherClass(double lambda, int classes) {
    if (!(lambda >= 0 && lambda <= 1)) {
      throw new IllegalArgumentException("lambda is " + lambda + ": give a number from 0 to 1");
    }
    if (classes < 2) {
      throw new IllegalArgumentException("there are " + classes + " classes: give at least 2");
    }
    return (1 - lambda) / classes;
  }

  /**
   * The whole distribution ỹ, [K], which sums to 1.
   *
   * @param lambda λ in [0, 1]
   * @param label y in 0…K−1
   * @param classes K ≥ 2
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static double[] of(double lambda, int label, int classes) {
    double other = otherClass(lambda, classes);
    if (label < 0 || label >= classes) {
      throw new IllegalArgumentException(
          "label is " + label + ": give a class from 0 to " + (classes - 1));
    }
    double[] target = new double[classes];
    Arrays.fill(target, other);
    target[label] = trueClass(lambda, classes);
    return target;
  }
}
