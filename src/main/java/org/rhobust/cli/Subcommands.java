package org.rhobust.cli;

import java.util.List;
import java.util.function.Function;

/** The commands, in the order of the help. A new command is one class and one line here. */
final class Subcommands {

  static final List<Function<Console, Command>> ALL =
      List.of(
          TransitionCommand::new,
          TrainCommand::new,
          PresetsCommand::new,
          AttackCommand::new,
          PredictCommand::new,
          EvaluateCommand::new,
          BatteriesCommand::new,
          ScoreCommand::new,
          FiguresCommand::new,
          ModelsCommand::new,
          DatasetsCommand::new,
          DevicesCommand::new,
          TourCommand::new,
          VersionCommand::new);

  private Subcommands() {}
}
