package org.rhobust.evaluation.warning;

import java.util.OptionalDouble;
import java.util.Set;
import org.rhobust.attack.Attack.Family;
import org.rhobust.evaluation.battery.BatteryResult;

/** Raised where random points break an image that PGD does not. */
final class NoiseBeatsPgd implements Check {

  @Override
  public Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold) {
    return Rivalry.of(result, Set.of(Family.NOISE), Set.of(Family.ITERATIVE), Counts.tau(threshold))
        .judge(
            "random noise beats PGD",
            "random noise",
            "iterative attacks",
            Counts.at(threshold),
            "Gradients mislead or stop early: run PGD from many random starts, and a black-box attack.");
  }
}
