package org.rhobust.evaluation;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * An error among accepted examples, for every threshold τ at once: errors(τ)/accepted(τ), 0 where
 * nothing is accepted.
 *
 * <p>Each form counts example i as an error up to one threshold e_i and as accepted up to one
 * threshold a_i ≥ e_i, so the form is #{e_i ≥ τ} / #{a_i ≥ τ}. Write A for "misclassified", c for
 * the clean confidence, m and n for the highest confidence among misclassified and among all
 * candidates.
 */
public final class RejectionError {

  private final ConfidenceSummary errors;
  private final ConfidenceSummary accepted;

  private RejectionError(int size, IntToDoubleFunction error, IntToDoubleFunction accept) {
    errors = summary(size, error);
    accepted = summary(size, accept);
  }

  /** The test error Err(τ) = Σ[A ∧ c ≥ τ] / Σ[c ≥ τ]. */
  public static RejectionError clean(Predictions clean) {
    return new RejectionError(
        clean.size(),
        i -> clean.correct(i) ? Double.NEGATIVE_INFINITY : clean.confidence(i),
        clean::confidence);
  }

  /**
   * The confidence-thresholded robust test error RErr(τ) = Σ[(A ∧ c ≥ τ) ∨ m ≥ τ] / Σ[c ≥ τ ∨ n ≥
   * τ]: the article's maxima over the ball.
   *
   * @throws IllegalArgumentException if the two are of different numbers of examples
   */
  public static RejectionError robust(Predictions clean, AttackOutcome attack) {
    requireSameSize(clean, attack);
    return new RejectionError(
        clean.size(),
        i ->
            clean.correct(i)
                ? attack.misclassifiedConfidence(i)
                : Math.max(clean.confidence(i), attack.misclassifiedConfidence(i)),
        i -> Math.max(clean.confidence(i), attack.confidence(i)));
  }

  /**
   * The alternative form (Σ[A ∧ c ≥ τ] + Σ[¬A ∧ m ≥ τ]) / (Σ[c ≥ τ] + Σ[¬A ∧ c &lt; τ ∧ m ≥ τ]),
   * which attacks only the correctly classified examples.
   *
   * @throws IllegalArgumentException if the two are of different numbers of examples
   */
  public static RejectionError robustAlternative(Predictions clean, AttackOutcome attack) {
    requireSameSize(clean, attack);
    return new RejectionError(
        clean.size(),
        i -> clean.correct(i) ? attack.misclassifiedConfidence(i) : clean.confidence(i),
        i ->
            clean.correct(i)
                ? Math.max(clean.confidence(i), attack.misclassifiedConfidence(i))
                : clean.confidence(i));
  }

  /**
   * The test error of inputs that took the place of the clean ones, one candidate each: Σ[m ≥ τ] /
   * Σ[n ≥ τ].
   */
  public static RejectionError ofCandidates(AttackOutcome candidates) {
    return new RejectionError(
        candidates.size(), candidates::misclassifiedConfidence, candidates::confidence);
  }

  /**
   * The error at τ in [0, 1].
   *
   * @throws IllegalArgumentException if the threshold is NaN
   */
  public double at(double threshold) {
    int denominator = accepted(threshold);
    return denominator == 0 ? 0 : errors(threshold) / (double) denominator;
  }

  /**
   * The number of errors at τ; for the robust error the number of broken examples.
   *
   * @throws IllegalArgumentException if the threshold is NaN
   */
  public int errors(double threshold) {
    return errors.countAtLeast(atLeastZero(threshold));
  }

  /**
   * The number of accepted examples at τ.
   *
   * @throws IllegalArgumentException if the threshold is NaN
   */
  public int accepted(double threshold) {
    return accepted.countAtLeast(atLeastZero(threshold));
  }

  /** The finite thresholds after which the error may change, ascending, without duplicates. */
  public double[] thresholds() {
    return DoubleStream.concat(Arrays.stream(errors.distinct()), Arrays.stream(accepted.distinct()))
        .filter(Double::isFinite)
        .sorted()
        .distinct()
        .toArray();
  }

  static void requireSameSize(Predictions clean, AttackOutcome attack) {
    if (clean.size() != attack.size()) {
      throw new IllegalArgumentException(
          clean.size()
              + " clean examples against "
              + attack.size()
              + " attacked: give the same examples in the same order");
    }
  }

  /** Lest −∞, which stands for "no such candidate", be accepted at τ = −∞. */
  private static double atLeastZero(double threshold) {
    return Math.max(threshold, 0);
  }

  private static ConfidenceSummary summary(int size, IntToDoubleFunction value) {
    double[] values = new double[size];
    Arrays.setAll(values, value);
    return new ConfidenceSummary(values);
  }
}
