package org.rhobust.attack;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The factor a by which PGD divides its step size after a rejected step. */
public final class Backtracking {

  /** By the number of steps T (the reference configuration): many steps shrink slowly. */
  private static final TreeMap<Integer, Double> REFERENCE =
      new TreeMap<>(Map.of(40, 1.5, 100, 1.3, 200, 1.25, 1000, 1.1, 2000, 1.05, 4000, 1.025));

  private Backtracking() {}

  /**
   * The reference's factor for T steps; between its numbers of steps that of the next larger one.
   */
  public static double forSteps(int steps) {
    Map.Entry<Integer, Double> next = REFERENCE.ceilingEntry(steps);
    return next == null ? REFERENCE.lastEntry().getValue() : next.getValue();
  }

  /**
   * The key {@code backtracking}: a factor above 1, "off" or "by-steps" (the default).
   *
   * @return null where it is off
   */
  static Double read(AttackOptions options, int steps) {
    if (options.isText("backtracking")) {
      String word = options.choice("backtracking", Set.of("off", "by-steps"), null);
      return word.equals("off") ? null : forSteps(steps);
    }
    return options.above("backtracking", 1, forSteps(steps));
  }
}
