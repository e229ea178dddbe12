package org.rhobust.report;

import static org.rhobust.threat.Ranges.require;

import org.rhobust.attack.PgdSettings;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.threat.Norms;

/**
 * What the article's figures are made with. All models meet the same attacks.
 *
 * @param norm a name of {@link Norms}
 * @param epsilon ε &gt; 0, the radius of the attacks' ball, in units of the norm
 * @param directionEpsilon the radius &gt; 0 of the ball in which Figure 1 looks for its direction:
 *     above ε, since a model that is robust within ε shows its adversarial class only beyond
 * @param steps T of every attack, at least 1
 * @param index the image of Figure 1; null for the first that all models classify correctly
 * @param directions over how many images Figure 1 is taken, at least 1; above 1 it shows means and
 *     quantiles over the first that all models classify correctly
 * @param count how many test images Figure 3 attacks, from the first on, at least 1
 * @param heldOut how many of the last test images set the threshold, at least 1
 * @param seed of the attacks' random starts
 */
public record FigureSettings(
    String norm,
    double epsilon,
    double directionEpsilon,
    int steps,
    Integer index,
    int directions,
    int count,
    int heldOut,
    long seed) {

  /** Checks the ranges: {@link IllegalArgumentException} names the setting that is outside. */
  public FigureSettings {
    Norms.of(norm);
    require(epsilon > 0 && Double.isFinite(epsilon), "epsilon", epsilon, "more than 0");
    require(
        directionEpsilon > 0 && Double.isFinite(directionEpsilon),
        "direction epsilon",
        directionEpsilon,
        "more than 0");
    require(steps >= 1, "steps", steps, "1 or more");
    require(index == null || index >= 0, "index", index, "0 or more");
    require(directions >= 1, "directions", directions, "1 or more");
    require(count >= 1, "count", count, "1 or more");
    require(heldOut >= 1, "holdout", heldOut, "1 or more");
    if (index != null && directions > 1) {
      throw new IllegalArgumentException(
          "index goes with one direction, but directions is " + directions + "; give one of them");
    }
  }

  /** The attacks of Figure 3. */
  AttackBattery battery() {
    return AttackBattery.confidence(norm, epsilon, steps);
  }

  /** The attack that gives the directions of Figure 1: from zero with a small step. */
  PgdSettings direction() {
    return new PgdSettings(
        norm,
        directionEpsilon,
        steps,
        directionEpsilon / 30,
        0.9,
        1.25,
        "confidence",
        null,
        "zero",
        1);
  }
}
