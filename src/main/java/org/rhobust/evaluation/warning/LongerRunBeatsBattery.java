package org.rhobust.evaluation.warning;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryResult;

/**
 * Raised where a run of the steps curve breaks images that no attack of the battery breaks within
 * the same threat model, more than one and more than 1 %: the curve may have converged, but further
 * than the attacks that the figures come from.
 */
final class LongerRunBeatsBattery implements Check {

  private static final String NAME = "a longer run beats the battery";

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    double tau = Counts.tau(threshold);
    Map<String, List<AttackResult>> threats = result.byThreat();
    AttackResult strongest = null;
    int most = -1;
    for (AttackResult run : result.stepsCurve()) {
      if (threats.containsKey(run.entry().threat())) {
        int missed = missed(result, run, tau);
        if (missed > most) {
          most = missed;
          strongest = run;
        }
      }
    }
    if (strongest == null) {
      return Warning.notMeasured(
          NAME,
          "The battery has no steps curve within the threat model of its attacks.",
          "Add a [steps-curve] with the norm and ε of the attacks.");
    }
    return Warning.of(
        NAME,
        Counts.matters(most, strongest.images().size()),
        "%s of %d broken %s by a run of the steps curve (%s) and by no attack of the battery."
            .formatted(
                Counts.images(most),
                strongest.images().size(),
                Counts.at(threshold),
                Counts.shortened(strongest.entry().name())),
        "Give the battery's attacks as many steps as that run.");
  }

  private static int missed(BatteryResult result, AttackResult run, double tau) {
    List<AttackedImage> worst = result.worst(entry -> entry.adversaryWithin(run.entry().threat()));
    return (int)
        run.images().stream()
            .filter(image -> Counts.broken(image, tau))
            .filter(image -> !Counts.broken(worst.get(image.index()), tau))
            .count();
  }
}
