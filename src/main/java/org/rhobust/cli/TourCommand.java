package org.rhobust.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.rhobust.workbench.tour.Tour;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Shows the workbench without a display. */
@CommandLine.Command(
    name = "tour",
    description = {
      "Drive the workbench without a display and leave pictures of every view, and tables.",
      "",
      "It drags rho, trains the quick preset, attacks test images and walks through one attack. It"
          + " takes two to five minutes.",
      ""
    })
final class TourCommand extends Command {

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder of the pictures and tables; made where it is missing.")
  Path out;

  @Option(
      names = "--train-seconds",
      paramLabel = "N",
      description = "Stop the training after so long, 1 or more (default: 120).")
  long trainSeconds = Tour.USUAL_TRAINING.toSeconds();

  TourCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    if (trainSeconds < 1) {
      throw new IllegalArgumentException(
          "--train-seconds is " + trainSeconds + "; it must be 1 or more");
    }
    try {
      new Tour(out, Duration.ofSeconds(trainSeconds), console.err()).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
