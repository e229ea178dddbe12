package org.rhobust.evaluation;

import java.util.Arrays;

/**
 * What attacks found, in the two numbers per example that decide every threshold: the highest
 * confidence among the candidates that are misclassified, and among all candidates. A candidate is
 * any point an attack evaluates. −∞ stands for "no such candidate", +∞ for an output that was not
 * finite, which counts as misclassified and accepted.
 */
public final class AttackOutcome {

  private final double[] misclassified;
  private final double[] any;

  /**
   * From numbers gathered while the attack runs.
   *
   * @param misclassified [N] highest confidence among misclassified candidates, −∞ if none
   * @param any [N] highest confidence among all candidates, −∞ if none
   * @throws IllegalArgumentException if the lengths differ, a number is NaN, or an example's first
   *     number exceeds its second
   */
  public AttackOutcome(double[] misclassified, double[] any) {
    if (misclassified.length != any.length) {
      throw new IllegalArgumentException(
          "outcomes of " + misclassified.length + " and " + any.length + " examples do not match");
    }
    for (int i = 0; i < any.length; i++) {
      if (!(misclassified[i] <= any[i])) {
        throw new IllegalArgumentException(
            "example "
                + i
                + ": confidence "
                + misclassified[i]
                + " among misclassified candidates is not at most "
                + any[i]
                + " among all; count a NaN output as +infinity in both");
      }
    }
    this.misclassified = misclassified.clone();
    this.any = any.clone();
  }

  /** The outcome of no attack at all on {@code size} examples: the identity of {@link #merge}. */
  public static AttackOutcome none(int size) {
    double[] nothing = new double[size];
    Arrays.fill(nothing, Double.NEGATIVE_INFINITY);
    return new AttackOutcome(nothing, nothing);
  }

  /** The outcome of one candidate per example, in the order of the attacked examples. */
  public static AttackOutcome of(Predictions candidates) {
    double[] misclassified = candidates.confidences();
    for (int i = 0; i < misclassified.length; i++) {
      if (candidates.correct(i)) {
        misclassified[i] = Double.NEGATIVE_INFINITY;
      }
    }
    return new AttackOutcome(misclassified, candidates.confidences());
  }

  /**
   * The outcome of both attacks, restarts or iterations together.
   *
   * @throws IllegalArgumentException if {@code other} is of another number of examples
   */
  public AttackOutcome merge(AttackOutcome other) {
    if (other.size() != size()) {
      throw new IllegalArgumentException(
          "outcomes of " + size() + " and " + other.size() + " examples cannot be merged");
    }
    return new AttackOutcome(maximum(misclassified, other.misclassified), maximum(any, other.any));
  }

  /** N, the number of attacked examples. */
  public int size() {
    return any.length;
  }

  /** The highest confidence among the misclassified candidates of example {@code i}. */
  public double misclassifiedConfidence(int i) {
    return misclassified[i];
  }

  /** The highest confidence among all candidates of example {@code i}. */
  public double confidence(int i) {
    return any[i];
  }

  /** Whether some candidate of example {@code i} is misclassified: Ã. */
  public boolean misclassified(int i) {
    return misclassified[i] > Double.NEGATIVE_INFINITY;
  }

  /** [N], {@link #confidence} of every example. */
  public double[] confidences() {
    return any.clone();
  }

  private static double[] maximum(double[] left, double[] right) {
    double[] maximum = new double[left.length];
    Arrays.setAll(maximum, i -> Math.max(left[i], right[i]));
    return maximum;
  }
}
