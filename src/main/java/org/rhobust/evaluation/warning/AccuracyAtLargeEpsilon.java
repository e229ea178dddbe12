package org.rhobust.evaluation.warning;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rhobust.evaluation.RejectionError;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.threat.ThreatModel;

/**
 * Raised where the accuracy at the security curve's largest ε, 1 − RErr(0), is above 1/K by more
 * than one image and more than 1 %: with so large an ε any attack that works breaks nearly all. The
 * curve counts if it goes beyond 1.5 times the headline's ε, or in L∞ to 0.5, where every image can
 * be turned into plain grey.
 */
final class AccuracyAtLargeEpsilon implements Check {

  private static final String NAME = "accuracy stays above chance at large ε";
  private static final double BEYOND = 1.5;
  private static final double ROUNDING = 1e-9;
  private static final double GREY = 0.5;

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    Optional<ThreatModel> headline = result.battery().headline();
    Optional<AttackResult> furthest =
        headline.flatMap(
            threat ->
                result.securityCurve().stream()
                    .filter(run -> sameNorm(run, threat))
                    .max(Comparator.comparingDouble(run -> run.entry().epsilon())));
    if (furthest.isEmpty()) {
      return Warning.notMeasured(
          NAME,
          "The battery has no security curve in the norm of its attacks.",
          "Add a [security-curve] whose ε grows until accuracy reaches chance.");
    }
    double epsilon = furthest.get().entry().epsilon();
    if (!farEnough(headline.get(), epsilon)) {
      return Warning.notMeasured(
          NAME,
          "The security curve ends at ε = %s, at most 1.5 times the ε of the attacks."
              .formatted(Counts.number(epsilon)),
          "Let the [security-curve] go on until accuracy reaches chance; in L∞ to ε = 0.5.");
    }
    return judge(result, checks.classes(), furthest.get());
  }

  private static Warning judge(BatteryResult result, int classes, AttackResult run) {
    int images = run.images().size();
    int robust =
        images - RejectionError.robust(result.test().first(images), run.outcome()).errors(0);
    int chance = images / classes;
    return Warning.of(
        NAME,
        Counts.matters(robust - chance, images),
        "At ε = %s, the largest of the security curve, %d of %d images are still classified correctly; by chance %d would be."
            .formatted(Counts.number(run.entry().epsilon()), robust, images, chance),
        "The attack fails where it cannot: run the curve with more and larger steps and a black-box attack, and look for masked gradients.");
  }

  private static boolean farEnough(ThreatModel headline, double epsilon) {
    return epsilon > BEYOND * headline.epsilon() * (1 + ROUNDING)
        || headline.norm().equals("linf") && epsilon >= GREY;
  }

  private static boolean sameNorm(AttackResult run, ThreatModel threat) {
    return run.entry()
        .attack()
        .threatModel()
        .filter(its -> its.norm().equals(threat.norm()))
        .isPresent();
  }
}
