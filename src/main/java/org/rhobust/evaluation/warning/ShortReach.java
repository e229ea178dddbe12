package org.rhobust.evaluation.warning;

import java.util.List;
import java.util.OptionalDouble;
import org.rhobust.attack.Attack;
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
    List<Attack> attacks =
        iterative.stream()
            .map(BatteryEntry::attack)
            .filter(attack -> Double.isFinite(attack.reach()))
            .filter(attack -> !attack.threatModel().orElseThrow().norm().equals("l0"))
            .toList();
    if (attacks.isEmpty()) {
      return Warning.notMeasured(
          NAME, "The battery has no PGD whose step size says how far it can move.", "");
    }
    long tooShort = attacks.stream().filter(attack -> !reaches(attack)).count();
    double furthest = attacks.stream().mapToDouble(Attack::reach).max().orElseThrow();
    boolean remark = tooShort > 0 && tooShort < iterative.size();
    return Warning.of(
        NAME,
        tooShort == iterative.size(),
        "%d of %d PGD attacks cannot reach ε = %s from their start; the steps of the longest move up to %s.%s"
            .formatted(
                tooShort,
                attacks.size(),
                Counts.number(epsilon(attacks.get(0))),
                Counts.number(furthest),
                remark
                    ? " Short steps beside longer ones can be deliberate against a calibrated model."
                    : ""),
        "Take more or larger steps in at least one attack; with momentum 0.9 ten steps move no further than about four step sizes.");
  }

  private static boolean reaches(Attack attack) {
    return attack.reach() >= epsilon(attack) * (1 - ROUNDING);
  }

  private static double epsilon(Attack attack) {
    return attack.threatModel().orElseThrow().epsilon();
  }
}
