package org.rhobust.evaluation.warning;

import java.util.Locale;
import java.util.OptionalDouble;
import org.rhobust.evaluation.battery.BatteryResult;

/**
 * Raised where the gradient of the objective that the battery relies on is zero or tiny at more
 * than one image and more than 1 % of the correctly classified ones: attacks do not leave them, and
 * they pass for robust.
 */
final class VanishingGradients implements Check {

  private static final String NAME = "input gradients are zero or tiny";

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    if (checks.correct() == 0) {
      return Warning.notMeasured(
          NAME, "No image was classified correctly.", "Check the model and its input.");
    }
    String objective = WhiteBox.decidingObjective(result.battery());
    InputGradients gradients =
        switch (objective) {
          case "logit" -> checks.logit();
          case "cross-entropy" -> checks.crossEntropy();
          default -> checks.confidence();
        };
    return Warning.of(
        NAME,
        Counts.matters(gradients.useless(), checks.correct()),
        String.format(
            Locale.ROOT,
            "Of %d correct images the gradient of the %s is zero at %d, tiny at %d (median %.2g); zero or tiny for confidence, cross-entropy, logit: %d, %d, %d.",
            checks.correct(),
            objective,
            gradients.zero(),
            gradients.tiny(),
            gradients.median(),
            checks.confidence().useless(),
            checks.crossEntropy().useless(),
            checks.logit().useless()),
        advice(checks));
  }

  private static String advice(ModelChecks checks) {
    return Counts.matters(checks.logit().useless(), checks.correct())
        ? "Gradients are masked: run a black-box attack and transfer, or replace the layer that has no gradient by a smooth one in the attack."
        : "Add PGD on the logit objective, whose gradient does not vanish, and a black-box attack.";
  }
}
