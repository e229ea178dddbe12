package org.rhobust.cli;

import org.rhobust.training.Preset;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Lists the presets. Needs no engine. */
@CommandLine.Command(
    name = "presets",
    description = {
      "List the presets that 'train --preset' starts from.",
      "",
      "The result is CSV. 'train --preset NAME --estimate' measures how long one takes here.",
      ""
    })
final class PresetsCommand extends Command {

  @Mixin JsonOption format;

  PresetsCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    Table table =
        new Table(
            "name",
            "title",
            "dataset",
            "network",
            "examples",
            "epochs",
            "batch",
            "attack_steps",
            "rho",
            "epsilon",
            "augmentation");
    for (Preset preset : Presets.all()) {
      TrainingSettings settings = preset.of(TrainingMethod.CONFIDENCE_CALIBRATED);
      table.add(
          preset.name(),
          preset.title(),
          settings.dataset(),
          settings.network(),
          settings.examples(),
          settings.epochs(),
          settings.batch(),
          settings.attack().steps(),
          settings.rho(),
          settings.attack().epsilon(),
          String.join(" ", settings.augmentation()));
    }
    console.print(table.text(format.json));
  }
}
