package org.rhobust.report;

import org.rhobust.attack.PgdSettings;
import org.rhobust.plot.Numbers;
import org.rhobust.run.Version;
import org.rhobust.threat.Norms;

/** Settings as captions tell them. */
final class Words {

  private Words() {}

  /**
   * Such as "PGD on the confidence within the L∞ ball of radius 0.3, 100 steps of 0.01 from zero".
   */
  static String attack(PgdSettings attack) {
    return "PGD on the %s within the %s ball of radius %s, %d steps of %s from %s, momentum %s, %s"
        .formatted(
            attack.objective(),
            Norms.of(attack.norm()).symbol(),
            Numbers.brief(attack.epsilon()),
            attack.steps(),
            Numbers.brief(attack.stepSize()),
            attack.initialisation(),
            Numbers.brief(attack.momentum()),
            attack.backtracking() == null
                ? "no backtracking"
                : "backtracking " + Numbers.brief(attack.backtracking()));
  }

  /** With what the numbers were made. */
  static String origin(long seed, Measurements measured) {
    return "Seed %d, %s, Rhobust %s.".formatted(seed, measured.device(), Version.text());
  }
}
