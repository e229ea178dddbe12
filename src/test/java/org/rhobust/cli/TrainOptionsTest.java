package org.rhobust.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.run.TrainingCommand;
import org.rhobust.training.OptimiserSettings;
import org.rhobust.training.TrainingSettings;
import picocli.CommandLine;

class TrainOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--preset quick --method ccat --seed 0",
        "--preset quick --method adversarial --seed 3 --fraction 1.0 --objective margin"
            + " --attack-momentum 0.5 --backtracking 1.25 --init zero,gaussian",
        "--preset quick --method ccat --seed 0 --rho 6 --family linear --norm l2 --epsilon 1.5"
            + " --steps 7 --step-size 0.2 --backtracking off",
        "--preset mnist-paper --method ccat --seed 0 --examples 200 --learning-rate 0.2"
            + " --momentum 0 --nesterov --weight-decay 0.0005 --schedule steps --decay 0.1"
            + " --milestones 60,90",
        "--preset quick --method ccat --seed 0 --optimiser adam",
        "--preset cifar10-article --method ccat --seed 0 --examples 200 --optimiser adam"
            + " --learning-rate 0.05 --momentum 0.8 --weight-decay 0.01",
      })
  void theCommandOfARunMakesItsSettingsAgain(String options) {
    TrainingSettings settings = parse(options);

    String command = TrainingCommand.of(settings, "auto");

    assertThat(parse(command.substring("train ".length()))).isEqualTo(settings);
    assertThat(command.split(" --")).hasSameSizeAs(options.split("--"));
  }

  @Test
  void adamBringsARateThatSuitsIt() {
    assertThat(parse("--preset cifar10-article --examples 9 --optimiser adam").optimiser())
        .isEqualTo(
            new OptimiserSettings(
                "adam", 0.001, 0.9, false, 5e-4, "steps", 0.1, List.of(60, 90, 120)));
    assertThatThrownBy(() -> parse("--optimiser rmsprop"))
        .hasMessage("optimiser 'rmsprop' is unknown; use one of sgd, adam");
    assertThatThrownBy(() -> parse("--optimiser adam --nesterov"))
        .hasMessage("Nesterov momentum does not go with optimiser adam: leave it out, or use sgd");
  }

  @Test
  void refusesObjectivesThatNoTrainingCanUse() {
    assertThatThrownBy(() -> parse("--objective distal"))
        .hasMessageContainingAll("objective is distal", "in training");
  }

  private static TrainingSettings parse(String options) {
    TrainOptions parsed = new TrainOptions();
    new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("options", mixin(parsed)))
        .parseArgs(options.split(" "));
    return parsed.settings();
  }

  private static CommandLine.Model.CommandSpec mixin(TrainOptions options) {
    return CommandLine.Model.CommandSpec.forAnnotatedObject(options);
  }
}
