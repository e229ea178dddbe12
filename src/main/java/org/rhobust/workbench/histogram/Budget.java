package org.rhobust.workbench.histogram;

import org.rhobust.attack.PgdSettings;
import org.rhobust.evaluation.AttackBattery;
import org.rhobust.threat.Norms;
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
    PgdSettings first = battery.attacks().get(0);
    int starts = battery.attacks().stream().mapToInt(PgdSettings::restarts).sum();
    return "%s test images, %d × %d attack steps each, %s ε = %s; τ from %s held-out images"
        .formatted(
            Format.count(count),
            starts,
            first.steps(),
            Norms.of(first.norm()).symbol(),
            Format.number(first.epsilon()),
            Format.count(heldOut));
  }
}
