package org.rhobust.training;

import static org.rhobust.threat.Ranges.require;

/**
 * What may be changed while a run trains. A value out of range is refused with one line.
 *
 * @param rho ρ, more than 0
 * @param learningRate the rate that the schedule begins with: its factor goes on from where it is
 * @param steps of the attack, at least 1
 */
public record LiveSettings(double rho, double learningRate, int steps) {

  public LiveSettings {
    require(rho > 0 && Double.isFinite(rho), "rho", rho, "more than 0");
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "learning rate",
        learningRate,
        "more than 0");
    require(steps >= 1, "steps", steps, "1 or more");
  }

  /** Those that a run begins with. */
  public static LiveSettings of(TrainingSettings settings) {
    return new LiveSettings(
        settings.rho(), settings.optimiser().learningRate(), settings.attack().steps());
  }

  /** {@code settings} with these in their place. */
  public TrainingSettings in(TrainingSettings settings) {
    return settings.toBuilder().rho(rho).learningRate(learningRate).steps(steps).build();
  }
}
