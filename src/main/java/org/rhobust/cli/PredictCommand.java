package org.rhobust.cli;

import org.rhobust.data.ImageSets;
import org.rhobust.data.ImageSource;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Classifies images and accepts or rejects them. */
@CommandLine.Command(
    name = "predict",
    sortOptions = false,
    customSynopsis = "rhobust predict --model M --images I [--threshold T] [OPTIONS]",
    description = {
      "Classify images, and accept or reject each by its confidence.",
      "",
      "The result is CSV with the columns index, label, prediction, confidence and accepted, a row an"
          + " image: label is empty where it is unknown, accepted is true from the model's threshold"
          + " on, and empty where there is none. An output that is not finite has no prediction and"
          + " counts as accepted.",
      "",
      "A picture of another size is scaled with its aspect kept and centred on black, its colour"
          + " turned to grey where the model wants it. One that cannot be read is named and has no"
          + " row; the others go on, and the exit status is 1.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rhobust predict --model mnist-ccat --images mnist",
      "  rhobust predict --model mnist-ccat --images photo.png --threshold 0.9"
    })
final class PredictCommand extends Command {

  @Mixin ModelOptions model;

  @Option(
      names = "--images",
      required = true,
      paramLabel = "I",
      description = ModelOptions.IMAGES + ".")
  String images;

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "Accept from this confidence on, from 0 to 1 (default: the model's).")
  Double threshold;

  @Option(names = "--names", description = "Add the column file, the picture's place.")
  boolean names;

  @Mixin ComputeOptions compute;

  @Mixin JsonOption format;

  PredictCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold is " + threshold + "; it must be from 0 to 1");
    }
    compute.threadsOrZero();
    ModelOptions.Source source = model.find(console);
    ImageSource found =
        Existing.open(images, () -> ImageSets.source(images, source.classes(), source.pictures()));
    found.requireFit(source.classes(), source.pictures());
    Double tau = threshold == null ? source.threshold() : threshold;
    PredictTask task = new PredictTask(console, found, tau, names);
    task.run(source, compute);
    console.print(task.table().text(format.json));
    task.tell();
  }
}
