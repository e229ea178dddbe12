package org.rhobust.cli;

import java.util.List;
import org.rhobust.attack.PgdSettings;
import org.rhobust.training.TrainingSettings;
import org.rhobust.training.TrainingSettingsBuilder;
import picocli.CommandLine.Option;

/** What to change of a preset's attack. */
final class TrainAttackOptions {

  private static final String OFF = "off";

  @Option(names = "--norm", paramLabel = "NAME", description = "linf, l2, l1 or l0.")
  String norm;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description =
          "The radius of the attack's ball and of the transition, above 0, in units of the norm.")
  Double epsilon;

  @Option(names = "--steps", paramLabel = "T", description = "Attack iterations, at least 1.")
  Integer steps;

  @Option(names = "--step-size", paramLabel = "A", description = "Of the attack, above 0.")
  Double stepSize;

  @Option(
      names = "--attack-momentum",
      paramLabel = "M",
      description = "Of the attack, at least 0 and below 1.")
  Double momentum;

  @Option(
      names = "--backtracking",
      paramLabel = "F",
      description =
          "Above 1: a step that does not lower the objective is rejected and the step size divided"
              + " by F; off accepts every step.")
  String backtracking;

  @Option(
      names = "--objective",
      paramLabel = "NAME",
      description = "What the attack minimises: confidence, cross-entropy, logit or margin.")
  String objective;

  @Option(
      names = "--init",
      paramLabel = "NAMES",
      split = ",",
      description =
          "The attack's start, drawn for each batch of: zero, uniform, uniform-norm, gaussian.")
  List<String> init;

  /** Gives {@code settings} what was asked for in place of {@code preset}'s. */
  void apply(TrainingSettings preset, TrainingSettingsBuilder settings) {
    PgdSettings attack = preset.attack();
    settings.attack(
        new PgdSettings(
            TrainOptions.orElse(norm, attack.norm()),
            TrainOptions.orElse(epsilon, attack.epsilon()),
            TrainOptions.orElse(steps, attack.steps()),
            TrainOptions.orElse(stepSize, attack.stepSize()),
            TrainOptions.orElse(momentum, attack.momentum()),
            backtracking == null ? attack.backtracking() : factor(backtracking),
            TrainOptions.orElse(objective, attack.objective()),
            null,
            attack.initialisation(),
            attack.restarts()));
    settings.initialisations(TrainOptions.orElse(init, preset.initialisations()));
  }

  /** What {@code --backtracking} says; null for off. */
  static Double factor(String backtracking) {
    if (backtracking.equals(OFF)) {
      return null;
    }
    try {
      return Double.valueOf(backtracking);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "backtracking is '" + backtracking + "'; it must be a number above 1, or off", e);
    }
  }
}
