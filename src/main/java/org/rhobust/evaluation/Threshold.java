package org.rhobust.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** The rejection threshold τ: an input is accepted where its confidence is at least τ. */
public final class Threshold {

  private Threshold() {}

  /**
   * The τ that keeps at least the share {@code rate} of the correctly classified held-out examples:
   * element ⌊n(1 − rate)⌋ of their n ascending confidences. Empty when n = 0.
   *
   * @param rate the true positive rate to keep, in (0, 1], such as 0.99
   * @param confidencesOfCorrect of the correctly classified held-out examples, finite
   * @throws IllegalArgumentException if the rate is out of range or a confidence is not finite
   */
  public static OptionalDouble atTruePositiveRate(double rate, double[] confidencesOfCorrect) {
    if (!(rate > 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          "the true positive rate is " + rate + ": give a number above 0 and at most 1");
    }
    for (int i = 0; i < confidencesOfCorrect.length; i++) {
      requireFinite(i, Double.isFinite(confidencesOfCorrect[i]));
    }
    double[] sorted = Confidences.sorted(confidencesOfCorrect);
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sorted[index(rate, sorted.length)]);
  }

  /**
   * As {@link #atTruePositiveRate(double, double[])}, from all held-out examples.
   *
   * @throws IllegalArgumentException as there, also for a misclassified example
   */
  public static OptionalDouble atTruePositiveRate(double rate, Predictions heldOut) {
    heldOut.firstNotFinite().ifPresent(i -> requireFinite(i, false));
    return atTruePositiveRate(rate, heldOut.confidencesOfCorrect());
  }

  /** In decimal: in binary 100 · (1 − 0.93) is 6.999999999999995, whose floor is 6. */
  private static int index(double rate, int count) {
    return BigDecimal.ONE
        .subtract(BigDecimal.valueOf(rate))
        .multiply(BigDecimal.valueOf(count))
        .setScale(0, RoundingMode.FLOOR)
        .intValueExact();
  }

  private static void requireFinite(int i, boolean finite) {
    if (!finite) {
      throw new IllegalArgumentException(
          "held-out output " + i + " is not a finite number: check the model and its input");
    }
  }
}
