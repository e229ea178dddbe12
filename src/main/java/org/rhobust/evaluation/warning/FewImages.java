package org.rhobust.evaluation.warning;

import java.util.OptionalDouble;
import org.rhobust.evaluation.RejectionError;
import org.rhobust.evaluation.battery.BatteryResult;

/**
 * Below 100 attacked images the robust error is told with its interval and counts as not measured:
 * few images make figures coarse, not flattering, so this is never raised.
 */
final class FewImages implements Check {

  private static final String NAME = "the images are few";
  private static final int ENOUGH = 100;

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    int images = result.clean().size();
    String measured =
        "%s attacked: with 95 %% confidence the robust error %s %s."
            .formatted(Counts.images(images), Counts.at(threshold), interval(result, threshold));
    return few(result)
        ? Warning.notMeasured(NAME, measured, "Attack at least 100 images, better 1000.")
        : Warning.of(NAME, false, measured, "");
  }

  static boolean few(BatteryResult result) {
    return result.clean().size() < ENOUGH;
  }

  /** Such as {@code lies between 3.1 % and 9.2 %}: of the accepted images, by Wilson. */
  static String interval(BatteryResult result, OptionalDouble threshold) {
    RejectionError error = result.evaluation().robustTestError();
    double tau = Counts.tau(threshold);
    int accepted = error.accepted(tau);
    if (accepted == 0) {
      return "is unknown, since nothing was accepted";
    }
    WilsonInterval interval = WilsonInterval.of(error.errors(tau), accepted);
    return "lies between %s and %s"
        .formatted(Counts.percent(interval.low()), Counts.percent(interval.high()));
  }
}
