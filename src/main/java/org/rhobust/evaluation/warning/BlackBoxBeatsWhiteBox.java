package org.rhobust.evaluation.warning;

import java.util.OptionalDouble;
import java.util.Set;
import org.rhobust.attack.Attack.Family;
import org.rhobust.evaluation.battery.BatteryResult;

/**
 * Raised where an attack without gradients, or by way of another model, breaks an image that
 * gradients do not.
 */
final class BlackBoxBeatsWhiteBox implements Check {

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    return Rivalry.of(
            result,
            Set.of(Family.BLACK_BOX, Family.TRANSFER),
            Set.of(Family.ITERATIVE, Family.SINGLE_STEP),
            Counts.tau(threshold))
        .judge(
            "black-box or transfer beats white-box",
            "black-box or transfer attacks",
            "white-box attacks",
            Counts.at(threshold),
            "Gradients mislead here: run longer PGD with more restarts, smaller steps and the logit objective, and look for masked gradients.");
  }
}
