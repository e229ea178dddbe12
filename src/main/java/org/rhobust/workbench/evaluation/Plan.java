package org.rhobust.workbench.evaluation;

import java.util.List;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.threat.ThreatModel;
import org.rhobust.workbench.controls.Format;

/**
 * What an evaluation would do.
 *
 * @param source the battery's name, or its file
 * @param battery its attacks
 * @param threat where the battery says no norm or budget
 * @param attacked how many images are attacked, from the first
 * @param heldOut how many of the last set the threshold
 * @param seed of everything drawn at random
 */
record Plan(
    String source,
    AttackBattery battery,
    ThreatModel threat,
    int attacked,
    int heldOut,
    long seed) {

  /** How often the model is asked about an attacked image: the cost. */
  double points() {
    int curve = Math.min(attacked, battery.curveImages());
    return points(battery.attacks()) * attacked
        + (points(battery.securityCurve()) + points(battery.stepsCurve())) * curve;
  }

  /** The attacks and their cost, in words. */
  String words() {
    List<String> threats =
        battery.attacks().stream()
            .filter(BatteryEntry::adversarial)
            .map(BatteryEntry::threat)
            .distinct()
            .toList();
    int curves = battery.securityCurve().size() + battery.stepsCurve().size();
    return "%s: %d attacks (%s) on %s images%s; τ from %s held-out images"
        .formatted(
            battery.name(),
            battery.attacks().size(),
            String.join(", ", threats),
            Format.count(attacked),
            curves == 0
                ? ""
                : ", %d points of curves on %s"
                    .formatted(curves, Format.count(Math.min(attacked, battery.curveImages()))),
            Format.count(heldOut));
  }

  private static double points(List<BatteryEntry> entries) {
    return entries.stream()
        .mapToDouble(entry -> (double) entry.attack().evaluations() * entry.restarts())
        .sum();
  }
}
