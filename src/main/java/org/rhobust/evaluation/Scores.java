package org.rhobust.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The figures of an evaluation by rejection, all in [0, 1], each empty where it is undefined. Those
 * on clean images are over all that are not held out, those on attacks over the attacked ones.
 *
 * @param threshold τ; empty where no threshold exists
 * @param truePositiveRate accepted at τ among the correctly classified clean images
 * @param testError Err(0)
 * @param testErrorAtThreshold Err(τ)
 * @param robustError RErr(0)
 * @param robustErrorAtThreshold RErr(τ), the article's form
 * @param robustErrorAtThresholdAlternative RErr(τ), the alternative form
 * @param successRate Σ(¬A ∧ Ã)/Σ¬A, without rejection
 * @param falsePositiveRate ¬A ∧ m ≥ τ among all attacked
 * @param falsePositiveRateOfSuccessful the same among those with ¬A ∧ Ã
 * @param areaAgainstAllClean the ROC AUC with all clean images as positives
 * @param areaAgainstCorrectClean the ROC AUC with the correctly classified ones as positives
 */
public record Scores(
    OptionalDouble threshold,
    OptionalDouble truePositiveRate,
    OptionalDouble testError,
    OptionalDouble testErrorAtThreshold,
    OptionalDouble robustError,
    OptionalDouble robustErrorAtThreshold,
    OptionalDouble robustErrorAtThresholdAlternative,
    OptionalDouble successRate,
    OptionalDouble falsePositiveRate,
    OptionalDouble falsePositiveRateOfSuccessful,
    OptionalDouble areaAgainstAllClean,
    OptionalDouble areaAgainstCorrectClean) {

  /**
   * The figures at τ. The negatives of both areas are, per correctly classified attacked image, its
   * misclassified candidate of highest confidence, if any.
   *
   * @param clean on all images that are not held out
   * @param attackedClean on the M attacked images before the attack
   * @param attack what the attacks made of these M, in the same order
   * @param threshold τ, empty where there is none
   * @throws IllegalArgumentException if the last two are of different numbers of images
   */
  public static Scores of(
      Predictions clean,
      Predictions attackedClean,
      AttackOutcome attack,
      OptionalDouble threshold) {
    RejectionError testError = RejectionError.clean(clean);
    RobustEvaluation robust = new RobustEvaluation(attackedClean, attack);
    RejectionMetrics atThreshold = robust.at(threshold);
    double[] correct = clean.confidencesOfCorrect();
    double[] successful = RocCurve.successful(attackedClean, attack);
    OptionalDouble accepted = OptionalDouble.empty();
    OptionalDouble testErrorAtThreshold = OptionalDouble.empty();
    if (threshold.isPresent()) {
      double tau = threshold.getAsDouble();
      accepted = new ConfidenceSummary(correct).shareAtLeast(tau);
      testErrorAtThreshold = OptionalDouble.of(testError.at(tau));
    }
    return new Scores(
        threshold,
        accepted,
        OptionalDouble.of(testError.at(0)),
        testErrorAtThreshold,
        OptionalDouble.of(robust.robustTestError().at(0)),
        atThreshold.robustTestError(),
        atThreshold.robustTestErrorAlternative(),
        robust.successRate(),
        atThreshold.falsePositiveRate(),
        atThreshold.falsePositiveRateOfSuccessful(),
        new RocCurve(clean.confidences(), successful).area(),
        new RocCurve(correct, successful).area());
  }

  /** The figures by the keys of files, in their order. */
  public Map<String, OptionalDouble> byKey() {
    Map<String, OptionalDouble> figures = new LinkedHashMap<>();
    figures.put("threshold", threshold);
    figures.put("tpr", truePositiveRate);
    figures.put("test_error", testError);
    figures.put("test_error_at_threshold", testErrorAtThreshold);
    figures.put("robust_error", robustError);
    figures.put("robust_error_at_threshold", robustErrorAtThreshold);
    figures.put("robust_error_at_threshold_alternative", robustErrorAtThresholdAlternative);
    figures.put("success_rate", successRate);
    figures.put("fpr_all", falsePositiveRate);
    figures.put("fpr_successful", falsePositiveRateOfSuccessful);
    figures.put("auc_all_clean", areaAgainstAllClean);
    figures.put("auc_correct_clean", areaAgainstCorrectClean);
    return Collections.unmodifiableMap(figures);
  }
}
