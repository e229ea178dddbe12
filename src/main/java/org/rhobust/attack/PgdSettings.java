package org.rhobust.attack;

import static org.rhobust.threat.Ranges.require;

import org.rhobust.threat.Digits;
import org.rhobust.threat.Initialisations;
import org.rhobust.threat.Norms;

/**
 * The settings of projected gradient descent. A value out of range is refused with one line.
 *
 * @param norm a name of {@link Norms}
 * @param epsilon the radius of the ball, at least 0, in units of the norm
 * @param steps T, at least 1
 * @param stepSize α₀, more than 0, in units of the norm
 * @param momentum m in [0, 1)
 * @param backtracking the factor a > 1 by which a rejected step shrinks α; null accepts every step
 * @param objective a name of {@link Objectives}
 * @param target the class of objective {@code targeted}; null for the others
 * @param initialisation a name of {@link Initialisations}
 * @param restarts how many starts, at least 1
 */
public record PgdSettings(
    String norm,
    double epsilon,
    int steps,
    double stepSize,
    double momentum,
    Double backtracking,
    String objective,
    Integer target,
    String initialisation,
    int restarts) {

  public PgdSettings {
    Norms.of(norm);
    Objectives.of(objective);
    Initialisations.of(initialisation);
    require(epsilon >= 0 && Double.isFinite(epsilon), "epsilon", epsilon, "0 or more");
    require(steps >= 1, "steps", steps, "1 or more");
    require(stepSize > 0 && Double.isFinite(stepSize), "step size", stepSize, "more than 0");
    require(momentum >= 0 && momentum < 1, "momentum", momentum, "0 or more and below 1");
    require(
        backtracking == null || backtracking > 1 && Double.isFinite(backtracking),
        "backtracking",
        backtracking,
        "more than 1, or off");
    require(restarts >= 1, "restarts", restarts, "1 or more");
    if (objective.equals("targeted") && target == null) {
      throw new IllegalArgumentException("objective 'targeted' needs a target class");
    }
    require(target == null || target >= 0, "target", target, "0 or more");
  }

  /** The same with another objective, towards {@code newTarget} where that is {@code targeted}. */
  public PgdSettings withObjective(String newObjective, Integer newTarget) {
    return new PgdSettings(
        norm,
        epsilon,
        steps,
        stepSize,
        momentum,
        backtracking,
        newObjective,
        newTarget,
        initialisation,
        restarts);
  }

  /** The same from another start. */
  public PgdSettings withInitialisation(String newInitialisation) {
    return new PgdSettings(
        norm,
        epsilon,
        steps,
        stepSize,
        momentum,
        backtracking,
        objective,
        target,
        newInitialisation,
        restarts);
  }

  /** The same for another number of steps of another size. */
  public PgdSettings withSteps(int newSteps, double newStepSize) {
    return new PgdSettings(
        norm,
        epsilon,
        newSteps,
        newStepSize,
        momentum,
        backtracking,
        objective,
        target,
        initialisation,
        restarts);
  }

  /** The same within another ball. */
  public PgdSettings withEpsilon(double newEpsilon) {
    return new PgdSettings(
        norm,
        newEpsilon,
        steps,
        stepSize,
        momentum,
        backtracking,
        objective,
        target,
        initialisation,
        restarts);
  }

  /** Where it starts and how it walks, for people, such as "zero start, 100 × 0.01". */
  public String describeWalk() {
    return "%s start, %d × %s".formatted(initialisation, steps, Digits.brief(stepSize));
  }

  /**
   * How far the steps can move from the start: α(T − m/(1−m)·(1−mᵀ)), since the momentum buffer
   * starts at zero. Below ε the attack cannot reach the border of its ball and flatters a defence.
   */
  public double reach() {
    double lag = momentum / (1 - momentum) * (1 - Math.pow(momentum, steps));
    return stepSize * (steps - lag);
  }
}
