package org.rhobust.evaluation.warning;

import java.util.OptionalDouble;
import org.rhobust.evaluation.battery.BatteryResult;

/** One way in which figures may flatter a model. */
interface Check {

  /**
   * What is found of it.
   *
   * @param threshold τ; without one nothing is rejected
   */
  Warning judge(BatteryResult result, ModelChecks checks, OptionalDouble threshold);
}
