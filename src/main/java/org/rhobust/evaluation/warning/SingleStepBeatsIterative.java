package org.rhobust.evaluation.warning;

import java.util.OptionalDouble;
import java.util.Set;
import org.rhobust.attack.Attack.Family;
import org.rhobust.evaluation.battery.BatteryResult;

/** Raised where one step breaks an image that many steps do not. */
final class SingleStepBeatsIterative implements Check {

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    return Rivalry.of(
            result, Set.of(Family.SINGLE_STEP), Set.of(Family.ITERATIVE), Counts.tau(threshold))
        .judge(
            "single-step beats iterative",
            "single-step attacks",
            "iterative attacks",
            Counts.at(threshold),
            "Run PGD with more steps, other step sizes and random starts, until it breaks all that one step breaks.");
  }
}
