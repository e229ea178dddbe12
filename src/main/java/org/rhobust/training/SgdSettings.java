package org.rhobust.training;

import static org.rhobust.threat.Ranges.require;

import java.util.List;

/**
 * Stochastic gradient descent.
 *
 * @param learningRate at the start, more than 0
 * @param momentum in [0, 1)
 * @param nesterov whether the momentum looks ahead
 * @param weightDecay at least 0, added to the gradient as weightDecay · w
 * @param schedule a name of {@link Schedules}
 * @param decay the factor of schedules {@code exponential} (each epoch) and {@code steps} (each
 *     milestone), in (0, 1]; others ignore it
 * @param milestones the epochs at which {@code steps} decays, ascending; others ignore them
 */
public record SgdSettings(
    double learningRate,
    double momentum,
    boolean nesterov,
    double weightDecay,
    String schedule,
    double decay,
    List<Integer> milestones) {

  public SgdSettings {
    milestones = List.copyOf(milestones);
    require(
        learningRate > 0 && Double.isFinite(learningRate), "learning rate", learningRate, "> 0");
    require(momentum >= 0 && momentum < 1, "momentum", momentum, "in [0, 1)");
    require(weightDecay >= 0 && weightDecay < 1, "weight decay", weightDecay, "in [0, 1)");
    require(decay > 0 && decay <= 1, "decay", decay, "in (0, 1]");
    Schedules.requireKnown(schedule);
  }

  /** Momentum 0.9 and a cosine from {@code learningRate} to 0. */
  public static SgdSettings cosine(double learningRate) {
    return new SgdSettings(learningRate, 0.9, false, 0, "cosine", 1, List.of());
  }

  /** Momentum 0.9 and a rate that falls by the factor {@code decay} after each epoch. */
  public static SgdSettings exponential(double learningRate, double decay) {
    return new SgdSettings(learningRate, 0.9, false, 0, "exponential", decay, List.of());
  }

  /** The same from another learning rate. */
  public SgdSettings withLearningRate(double rate) {
    return new SgdSettings(rate, momentum, nesterov, weightDecay, schedule, decay, milestones);
  }
}
