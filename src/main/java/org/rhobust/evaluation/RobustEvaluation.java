package org.rhobust.evaluation;

import java.util.OptionalDouble;

/**
 * Clean predictions and the outcome of the attacks on the same N examples, scored at any threshold.
 * Built in O(N log N), queried in O(log N).
 */
public final class RobustEvaluation {

  private final int size;
  private final RejectionError testError;
  private final RejectionError robustTestError;
  private final RejectionError robustTestErrorAlternative;
  private final ConfidenceSummary clean;
  private final ConfidenceSummary correct;
  private final ConfidenceSummary successful;
  private final RocCurve againstAllClean;
  private final RocCurve againstCorrectClean;

  /**
   * @param clean what the classifier says about the N examples
   * @param attack what the attacks made of the same examples, in the same order
   * @throws IllegalArgumentException if the two are of different numbers of examples
   */
  public RobustEvaluation(Predictions clean, AttackOutcome attack) {
    size = clean.size();
    testError = RejectionError.clean(clean);
    robustTestError = RejectionError.robust(clean, attack);
    robustTestErrorAlternative = RejectionError.robustAlternative(clean, attack);
    this.clean = new ConfidenceSummary(clean.confidences());
    correct = new ConfidenceSummary(clean.confidencesOfCorrect());
    successful = new ConfidenceSummary(RocCurve.successful(clean, attack));
    againstAllClean = RocCurve.againstAllClean(clean, attack);
    againstCorrectClean = RocCurve.againstCorrectClean(clean, attack);
  }

  /**
   * The figures at τ.
   *
   * @throws IllegalArgumentException if the threshold is NaN
   */
  public RejectionMetrics at(double threshold) {
    return new RejectionMetrics(
        OptionalDouble.of(threshold),
        OptionalDouble.of(testError.at(threshold)),
        OptionalDouble.of(robustTestError.at(threshold)),
        OptionalDouble.of(robustTestErrorAlternative.at(threshold)),
        correct.shareAtLeast(threshold),
        clean.shareAtLeast(threshold),
        Ratio.of(successful.countAtLeast(threshold), size),
        successful.shareAtLeast(threshold));
  }

  /** The figures at τ, all undefined where there is none. */
  public RejectionMetrics at(OptionalDouble threshold) {
    return threshold.isPresent() ? at(threshold.getAsDouble()) : RejectionMetrics.UNDEFINED;
  }

  /** Σ(¬A ∧ Ã)/Σ¬A, without rejection; empty when nothing is correctly classified. */
  public OptionalDouble successRate() {
    return Ratio.of(successful.count(), correct.count());
  }

  /** Err(τ) for every τ. */
  public RejectionError testError() {
    return testError;
  }

  /** RErr(τ) for every τ, the article's form. */
  public RejectionError robustTestError() {
    return robustTestError;
  }

  /** RErr(τ) for every τ, the alternative form. */
  public RejectionError robustTestErrorAlternative() {
    return robustTestErrorAlternative;
  }

  /** Successful attacks against all clean examples. */
  public RocCurve rocAgainstAllClean() {
    return againstAllClean;
  }

  /** Successful attacks against the correctly classified clean examples. */
  public RocCurve rocAgainstCorrectClean() {
    return againstCorrectClean;
  }
}
