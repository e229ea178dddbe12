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
    if (again.difference() > TOLERANCE) {
      return Warning.of(
          NAME,
          true,
          measured("The same batch twice", again, checks),
          "Switch dropout and other randomness off (evaluation mode). If it belongs to the defence, average many passes in the attack.");
    }
    if (checks.images() < 2) {
      return Warning.notMeasured(
          NAME, "One image alone makes no larger batch.", "Attack at least 100 images.");
    }
    return Warning.of(
        NAME,
        batch.difference() > TOLERANCE,
        measured("Images one by one and in one batch", batch, checks),
        "Put the model in evaluation mode: batch normalisation must use its stored statistics. Export it again and repeat the evaluation.");
  }

  private static String measured(String what, Repetition repetition, ModelChecks checks) {
    return String.format(
        Locale.ROOT,
        "%s: probabilities differ by at most %.2g, and the predicted class on %d of %d images.",
        what,
        repetition.difference(),
        repetition.changes(),
        checks.images());
  }
}
