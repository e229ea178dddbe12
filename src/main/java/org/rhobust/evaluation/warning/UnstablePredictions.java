package org.rhobust.evaluation.warning;

import java.util.Locale;
import java.util.OptionalDouble;
import org.rhobust.evaluation.battery.BatteryResult;

/**
 * Raised where a probability changes by more than 10⁻⁴ with the batch or from one pass to the next.
 * Float32 sums in another order differ by some 10⁻⁶; batch statistics and dropout by far more.
 */
final class UnstablePredictions implements Check {

  private static final String NAME = "predictions depend on the batch or on chance";
  private static final double TOLERANCE = 1e-4;

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    Repetition batch = checks.batchSize();
    Repetition again = checks.repeated();
    String measured =
        String.format(
            Locale.ROOT,
            "Of %d images probabilities differ by up to %.2g between single images and one batch (%d change class), by up to %.2g between two equal passes (%d change).",
            checks.images(),
            batch.difference(),
            batch.changes(),
            again.difference(),
            again.changes());
    if (again.difference() > TOLERANCE) {
      return Warning.of(
          NAME,
          true,
          measured,
          "Switch dropout and other randomness off (evaluation mode). If it belongs to the defence, average many passes in the attack.");
    }
    if (checks.images() < 2) {
      return Warning.notMeasured(
          NAME, "One image alone makes no larger batch.", "Attack at least 100 images.");
    }
    return Warning.of(
        NAME,
        batch.difference() > TOLERANCE,
        measured,
        "Put the model in evaluation mode: batch normalisation must use its stored statistics. Export it again and repeat the evaluation.");
  }
}
