package org.rhobust.evaluation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A classifier under a battery: the protocol's figures for any threshold.
 *
 * @param battery what was run
 * @param heldOut predictions on images that no attack saw, for the threshold
 * @param clean predictions on the attacked images before the attack
 * @param attacked in the order of {@code clean}
 */
public record BatteryResult(
    AttackBattery battery, Predictions heldOut, Predictions clean, List<AttackedImage> attacked) {

  public BatteryResult {
    attacked = List.copyOf(attacked);
  }

  /** The threshold that accepts this share of the correctly classified held-out images. */
  public OptionalDouble threshold(double truePositiveRate) {
    return Threshold.atTruePositiveRate(truePositiveRate, heldOut.confidencesOfCorrect());
  }

  /** The figures at any threshold. */
  public RobustEvaluation evaluation() {
    double[] misclassified =
        attacked.stream().mapToDouble(AttackedImage::misclassifiedConfidence).toArray();
    double[] any = attacked.stream().mapToDouble(AttackedImage::anyConfidence).toArray();
    return new RobustEvaluation(clean, new AttackOutcome(misclassified, any));
  }

  /** The confidences of the attacked images at their best points, for the histogram. */
  public double[] attackedConfidences() {
    return attacked.stream().mapToDouble(AttackedImage::confidence).toArray();
  }
}
