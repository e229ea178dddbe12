package org.rhobust.training;

import static org.rhobust.threat.Ranges.require;

import java.util.List;

/**
 * What moves the weights, and at which rate.
 *
 * @param name {@link #SGD} or {@link #ADAM}; null, as in runs of earlier versions, is {@code sgd}
 * @param learningRate at the start, more than 0
 * @param momentum in [0, 1); β₁ of Adam
 * @param nesterov whether the momentum looks ahead; false with Adam
 * @param weightDecay at least 0; SGD adds weightDecay · w to the gradient, Adam shrinks the weights
 *     by learning rate · weightDecay (AdamW)
 * @param schedule a name of {@link Schedules}
 * @param decay the factor of schedules {@code exponential} (each epoch) and {@code steps} (each
 *     milestone), in (0, 1]; others ignore it
 * @param milestones the epochs at which {@code steps} decays, ascending; others ignore them
 */
public record OptimiserSettings(
    String name,
    double learningRate,
    double momentum,
    boolean nesterov,
    double weightDecay,
    String schedule,
    double decay,
    List<Integer> milestones) {

  /** Stochastic gradient descent with momentum. */
  public static final String SGD = "sgd";

  /** Adam, with decoupled weight decay (AdamW). */
  public static final String ADAM = "adam";

  /** The optimisers there are. */
  public static final List<String> NAMES = List.of(SGD, ADAM);

  /** Kingma and Ba's α and β₁: the rates of SGD are far too large for Adam. */
  private static final double ADAM_RATE = 0.001;

  private static final double ADAM_MOMENTUM = 0.9;

  public OptimiserSettings {
    name = name == null ? SGD : name;
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "optimiser '" + name + "' is unknown; use one of " + String.join(", ", NAMES));
    }
    if (nesterov && name.equals(ADAM)) {
      throw new IllegalArgumentException(
          "Nesterov momentum does not go with optimiser adam: leave it out, or use sgd");
    }
    milestones = List.copyOf(milestones);
    require(
        learningRate > 0 && Double.isFinite(learningRate), "learning rate", learningRate, "> 0");
    require(momentum >= 0 && momentum < 1, "momentum", momentum, "in [0, 1)");
    require(weightDecay >= 0 && weightDecay < 1, "weight decay", weightDecay, "in [0, 1)");
    require(decay > 0 && decay <= 1, "decay", decay, "in (0, 1]");
    Schedules.requireKnown(schedule);
  }

  /** SGD. */
  public OptimiserSettings(
      double learningRate,
      double momentum,
      boolean nesterov,
      double weightDecay,
      String schedule,
      double decay,
      List<Integer> milestones) {
    this(SGD, learningRate, momentum, nesterov, weightDecay, schedule, decay, milestones);
  }

  /** SGD with momentum 0.9 and a cosine from {@code learningRate} to 0. */
  public static OptimiserSettings cosine(double learningRate) {
    return new OptimiserSettings(learningRate, 0.9, false, 0, "cosine", 1, List.of());
  }

  /** SGD with momentum 0.9 and a rate that falls by the factor {@code decay} after each epoch. */
  public static OptimiserSettings exponential(double learningRate, double decay) {
    return new OptimiserSettings(learningRate, 0.9, false, 0, "exponential", decay, List.of());
  }

  /** The same from another learning rate. */
  public OptimiserSettings withLearningRate(double rate) {
    return new OptimiserSettings(
        name, rate, momentum, nesterov, weightDecay, schedule, decay, milestones);
  }

  /** The same for another optimiser: Adam brings a rate and a momentum that suit it. */
  public OptimiserSettings with(String optimiser) {
    return optimiser.equals(ADAM) && !name.equals(ADAM)
        ? new OptimiserSettings(
            ADAM, ADAM_RATE, ADAM_MOMENTUM, false, weightDecay, schedule, decay, milestones)
        : new OptimiserSettings(
            optimiser, learningRate, momentum, nesterov, weightDecay, schedule, decay, milestones);
  }
}
