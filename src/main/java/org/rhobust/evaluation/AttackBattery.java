package org.rhobust.evaluation;

import java.util.List;
import org.rhobust.attack.PgdSettings;

/**
 * Attacks that are run one after the other and scored together, each image by its worst case.
 *
 * @param name for people
 * @param attacks at least one, each with its restarts
 */
public record AttackBattery(String name, List<PgdSettings> attacks) {

  public AttackBattery {
    attacks = List.copyOf(attacks);
  }

  /**
   * Four starts of PGD on the confidence: zero and uniform-norm with steps of ε/30, uniform-norm
   * and Gaussian with steps of ε/6. A zero start with a small step is strongest against a
   * calibrated model, larger steps against others. At ε = 0.3 the steps are 0.01 and 0.05.
   *
   * @param iterations T; 100 is the quick evaluation
   */
  public static AttackBattery quick(String norm, double epsilon, int iterations) {
    double small = epsilon > 0 ? epsilon / 30 : 0.01;
    double large = epsilon > 0 ? epsilon / 6 : 0.05;
    return new AttackBattery(
        "quick",
        List.of(
            confidence(norm, epsilon, iterations, small, "zero"),
            confidence(norm, epsilon, iterations, small, "uniform-norm"),
            confidence(norm, epsilon, iterations, large, "uniform-norm"),
            confidence(norm, epsilon, iterations, large, "gaussian")));
  }

  /**
   * One zero start of 20 steps of ε/10: cheap enough to be taken while a network trains, too little
   * to judge a model by.
   */
  public static AttackBattery glimpse(String norm, double epsilon) {
    return new AttackBattery(
        "glimpse", List.of(confidence(norm, epsilon, 20, epsilon / 10, "zero")));
  }

  private static PgdSettings confidence(
      String norm, double epsilon, int iterations, double stepSize, String start) {
    return new PgdSettings(
        norm, epsilon, iterations, stepSize, 0.9, 1.25, "confidence", null, start, 1);
  }
}
