package org.rhobust.evaluation.warning;

import java.util.List;
import java.util.OptionalDouble;
import org.rhobust.attack.PgdAttack;
import org.rhobust.attack.PgdSettings;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.evaluation.battery.BatteryResult;

/**
 * Raised where the steps of every PGD of the headline threat model together move less than ε, so
 * that none reaches the border of its ball. Other iterative attacks choose their steps themselves
 * and are taken to reach it. In L0 a step moves every pixel, so its size says nothing.
 */
final class ShortReach implements Check {

  private static final String NAME = "steps are too few for their size";

  /** T steps of ε/T reach ε but for rounding. */
  private static final double ROUNDING = 1e-6;

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    List<BatteryEntry> iterative = WhiteBox.iterative(result.battery());
    List<PgdSettings> attacks =
        iterative.stream()
            .map(BatteryEntry::attack)
            .filter(PgdAttack.class::isInstance)
            .map(attack -> ((PgdAttack) attack).settings())
            .filter(settings -> !settings.norm().equals("l0"))
            .toList();
    if (attacks.isEmpty()) {
      return Warning.notMeasured(
          NAME, "The battery has no PGD whose step size says how far it can move.", "");
    }
    long tooShort = attacks.stream().filter(settings -> !reaches(settings)).count();
    double furthest = attacks.stream().mapToDouble(PgdSettings::reach).max().orElseThrow();
    boolean remark = tooShort > 0 && tooShort < iterative.size();
    return Warning.of(
        NAME,
        tooShort == iterative.size(),
        "%d of %d PGD attacks cannot reach ε = %s from their start; the steps of the longest move up to %s.%s"
            .formatted(
                tooShort,
                attacks.size(),
                Counts.number(attacks.get(0).epsilon()),
                Counts.number(furthest),
                remark
                    ? " Short steps beside longer ones can be deliberate against a calibrated model."
                    : ""),
        "Take more or larger steps in at least one attack; with momentum 0.9 ten steps move no further than about four step sizes.");
  }

  private static boolean reaches(PgdSettings settings) {
    return settings.reach() >= settings.epsilon() * (1 - ROUNDING);
  }
}
