package org.rhobust.workbench.histogram;

import org.rhobust.attack.Attack;
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
    Attack first = battery.attacks().get(0).attack();
    ThreatModel threat = first.threatModel().orElseThrow();
    return "%s test images, %d × %d attack steps each, %s ε = %s; τ from %s held-out images"
        .formatted(
            Format.count(count),
            battery.attacks().size(),
            first.evaluations() - 1,
            Norms.of(threat.norm()).symbol(),
            Format.number(threat.epsilon()),
            Format.count(heldOut));
  }
}
