package org.rhobust.evaluation.warning;

import java.util.OptionalDouble;
import org.rhobust.evaluation.battery.BatteryResult;

/**
 * Raised where the model gives probabilities and keeps its logits to itself. A softmax takes the
 * logits' common level away, and attacks on them then find no more than those on the confidence.
 */
final class HiddenLogits implements Check {

  private static final String NAME = "the model hides its logits";

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    return Warning.of(
        NAME,
        checks.logProbabilities(),
        checks.logProbabilities()
            ? "On all of %s the outputs are probabilities, so that no attack sees the logits."
                .formatted(Counts.images(checks.images()))
            : "The outputs are logits.",
        "Export the network without its softmax and evaluate again: attacks on the logits of a calibrated model can find several times as much.");
  }
}
