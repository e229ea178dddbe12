package org.rhobust.evaluation.warning;

import java.util.List;
import java.util.OptionalDouble;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.evaluation.battery.BatteryResult;

/**
 * Raised where no iterative attack of the headline threat model starts on the image and follows the
 * confidence: against a calibrated model random starts and the cross-entropy find almost nothing.
 */
final class MissingZeroStart implements Check {

  private static final String NAME = "zero-start PGD on the confidence is missing";

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    List<BatteryEntry> iterative = WhiteBox.iterative(result.battery());
    long found = iterative.stream().filter(WhiteBox::zeroStartOnConfidence).count();
    return Warning.of(
        NAME,
        found == 0,
        "%d of %d iterative attacks within %s follow the confidence from a zero start."
            .formatted(
                found,
                iterative.size(),
                result.battery().headline().map(Object::toString).orElse("a norm ball")),
        "Add PGD with objective confidence, initialisation zero and a step of about ε/30: the strongest simple attack on a calibrated model.");
  }
}
