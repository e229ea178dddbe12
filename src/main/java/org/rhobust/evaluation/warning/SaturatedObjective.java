package org.rhobust.evaluation.warning;

import java.util.OptionalDouble;
import org.rhobust.evaluation.battery.BatteryResult;

/**
 * Raised where the objective that the battery relies on is saturated at more than one image and
 * more than 1 % of the correctly classified ones: the attack compares numbers that float32 cannot
 * tell apart.
 */
final class SaturatedObjective implements Check {

  private static final String NAME = "the objective is saturated";

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    if (checks.correct() == 0) {
      return Warning.notMeasured(
          NAME, "No image was classified correctly.", "Check the model and its input.");
    }
    int saturated =
        switch (WhiteBox.decidingObjective(result.battery())) {
          case "logit" -> 0;
          case "cross-entropy" -> checks.saturatedCrossEntropy();
          default -> checks.saturatedConfidence();
        };
    return Warning.of(
        NAME,
        Counts.matters(saturated, checks.correct()),
        "Of %d correct images the confidence objective is saturated at %d (other classes below 1e-38) and cross-entropy at %d (true class 1 in float32)."
            .formatted(
                checks.correct(), checks.saturatedConfidence(), checks.saturatedCrossEntropy()),
        "Add PGD on the logit or margin objective, which does not saturate, from a zero start.");
  }
}
