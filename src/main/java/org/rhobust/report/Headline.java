package org.rhobust.report;

import java.util.function.Predicate;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.evaluation.battery.BatteryResult;

/** The threat model that the first figures and the pictures of a report are about. */
final class Headline {

  private Headline() {}

  /** The name of the battery's first threat model, such as "L∞ 0.3". */
  static String name(BatteryResult result) {
    return result
        .battery()
        .headline()
        .map(Object::toString)
        .orElseGet(() -> result.byThreat().keySet().stream().findFirst().orElse("no adversary"));
  }

  /** The adversaries of that threat model. */
  static Predicate<BatteryEntry> of(BatteryResult result) {
    String name = name(result);
    return entry -> entry.adversaryWithin(name);
  }
}
