package org.rhobust.cli;

import java.util.List;
import org.rhobust.training.OptimiserSettings;
import picocli.CommandLine.Option;

/** What to change of a preset's optimiser. */
final class OptimiserOptions {

  @Option(
      names = "--optimiser",
      paramLabel = "NAME",
      description =
          "sgd, or adam (with decoupled weight decay: AdamW), which takes learning rate 0.001 unless"
              + " another is given.")
  String name;

  @Option(names = "--learning-rate", paramLabel = "R", description = "At the start, above 0.")
  Double learningRate;

  @Option(
      names = "--momentum",
      paramLabel = "M",
      description = "Of the weights' steps (beta1 of adam), at least 0 and below 1.")
  Double momentum;

  @Option(
      names = "--nesterov",
      negatable = true,
      description = "Whether the momentum of sgd looks ahead.")
  Boolean nesterov;

  @Option(names = "--weight-decay", paramLabel = "D", description = "At least 0 and below 1.")
  Double weightDecay;

  @Option(
      names = "--schedule",
      paramLabel = "NAME",
      description = "Of the learning rate: cosine, exponential, steps or constant.")
  String schedule;

  @Option(
      names = "--decay",
      paramLabel = "F",
      description =
          "The factor of schedule exponential (each epoch) and steps (each milestone), above 0 and"
              + " at most 1.")
  Double decay;

  @Option(
      names = "--milestones",
      paramLabel = "EPOCHS",
      split = ",",
      description = "The epochs after which schedule steps decays, such as 60,90,120.")
  List<Integer> milestones;

  /** The preset's with what was asked for in its place. */
  OptimiserSettings in(OptimiserSettings start) {
    OptimiserSettings preset = start.with(TrainOptions.orElse(name, start.name()));
    return new OptimiserSettings(
        preset.name(),
        TrainOptions.orElse(learningRate, preset.learningRate()),
        TrainOptions.orElse(momentum, preset.momentum()),
        TrainOptions.orElse(nesterov, preset.nesterov()),
        TrainOptions.orElse(weightDecay, preset.weightDecay()),
        TrainOptions.orElse(schedule, preset.schedule()),
        TrainOptions.orElse(decay, preset.decay()),
        TrainOptions.orElse(milestones, preset.milestones()));
  }
}
