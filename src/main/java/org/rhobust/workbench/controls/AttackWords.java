package org.rhobust.workbench.controls;

import org.rhobust.attack.PgdSettings;
import org.rhobust.threat.Norms;

/** Attacks in words. */
public final class AttackWords {

  private AttackWords() {}

  /** The settings in a line, such as "confidence, L∞ ε = 0.3, 40 steps of 0.01 from zero". */
  public static String of(PgdSettings attack) {
    return "%s%s, %s ε = %s, %d steps of %s from %s, momentum %s, %s%s"
        .formatted(
            attack.objective(),
            attack.target() == null ? "" : " (class " + attack.target() + ")",
            Norms.of(attack.norm()).symbol(),
            Format.number(attack.epsilon()),
            attack.steps(),
            Format.number(attack.stepSize()),
            attack.initialisation(),
            Format.number(attack.momentum()),
            attack.backtracking() == null
                ? "no backtracking"
                : "backtracking " + Format.number(attack.backtracking()),
            attack.restarts() == 1 ? "" : ", %d restarts".formatted(attack.restarts()));
  }
}
