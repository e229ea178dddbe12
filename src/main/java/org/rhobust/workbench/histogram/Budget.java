package org.rhobust.workbench.histogram;

import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.threat.Norms;
import org.rhobust.threat.ThreatModel;
import org.rhobust.workbench.controls.Format;

/**
 * How hard an evaluation tries.
 *
 * @param count images attacked, from the start of the test set
 * @param heldOut images for the threshold, from its end
 * @param battery the attacks
 */
record Budget(int count, int heldOut, AttackBattery battery) {

  /** In words, to stand beside every figure that came of it. */
  String words() {
    ThreatModel threat = battery.headline().orElseThrow();
    int most = battery.attacks().stream().mapToInt(e -> e.attack().evaluations()).max().orElse(0);
    return "%s test images, %d attacks of up to %d points each, %s ε = %s; τ from %s held-out images"
        .formatted(
            Format.count(count),
            battery.attacks().size(),
            most,
            Norms.of(threat.norm()).symbol(),
            Format.number(threat.epsilon()),
            Format.count(heldOut));
  }
}
