package org.rhobust.cli;

import org.rhobust.attack.PgdSettings;
import picocli.CommandLine.Option;

/** The settings of projected gradient descent. */
final class PgdOptions {

  /** The small step of the quick evaluation, in units of epsilon. */
  private static final double STEPS_PER_EPSILON = 30;

  private static final double STEP_SIZE_WITHOUT_BALL = 0.01;

  @Option(
      names = "--norm",
      defaultValue = "linf",
      paramLabel = "NAME",
      description = "linf, l2, l1 or l0 (default: ${DEFAULT-VALUE}).")
  String norm;

  @Option(
      names = "--epsilon",
      required = true,
      paramLabel = "E",
      description = "The radius of the ball, at least 0, in units of the norm.")
  double epsilon;

  @Option(
      names = "--steps",
      defaultValue = "40",
      paramLabel = "T",
      description = "Iterations, at least 1 (default: ${DEFAULT-VALUE}).")
  int steps;

  @Option(
      names = "--step-size",
      paramLabel = "A",
      description = "The first step size, above 0 (default: epsilon / 30).")
  Double stepSize;

  @Option(
      names = "--momentum",
      defaultValue = "0.9",
      paramLabel = "M",
      description = "At least 0 and below 1 (default: ${DEFAULT-VALUE}).")
  double momentum;

  @Option(
      names = "--backtracking",
      defaultValue = "1.25",
      paramLabel = "F",
      description =
          "Above 1: a step that does not lower the objective is rejected and the step size divided"
              + " by F; off accepts every step (default: ${DEFAULT-VALUE}).")
  String backtracking;

  @Option(
      names = "--objective",
      defaultValue = "confidence",
      paramLabel = "NAME",
      description =
          "What is minimised: confidence, cross-entropy, logit, margin, targeted or distal"
              + " (default: ${DEFAULT-VALUE}).")
  String objective;

  @Option(
      names = "--target",
      paramLabel = "T",
      description = "The class that the objective targeted drives towards.")
  Integer target;

  @Option(
      names = "--init",
      defaultValue = "zero",
      paramLabel = "NAME",
      description =
          "The start: zero, uniform, uniform-norm or gaussian (default: ${DEFAULT-VALUE}).")
  String init;

  @Option(
      names = "--restarts",
      defaultValue = "1",
      paramLabel = "R",
      description = "Starts, at least 1 (default: ${DEFAULT-VALUE}).")
  int restarts;

  /**
   * The settings.
   *
   * @throws IllegalArgumentException when a value is out of range or two do not fit together
   */
  PgdSettings settings() {
    if (target != null && !objective.equals("targeted")) {
      throw new IllegalArgumentException("--target goes with --objective targeted only");
    }
    return new PgdSettings(
        norm,
        epsilon,
        steps,
        stepSize == null ? defaultStepSize() : stepSize,
        momentum,
        TrainAttackOptions.factor(backtracking),
        objective,
        target,
        init,
        restarts);
  }

  private double defaultStepSize() {
    return epsilon > 0 ? epsilon / STEPS_PER_EPSILON : STEP_SIZE_WITHOUT_BALL;
  }
}
