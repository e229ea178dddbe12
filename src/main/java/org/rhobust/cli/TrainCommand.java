package org.rhobust.cli;

import java.nio.file.Path;
import java.util.List;
import org.rhobust.run.RunDirectory;
import org.rhobust.run.TrainingCommand;
import org.rhobust.training.TrainingSettings;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model, or goes on with a training. */
@CommandLine.Command(
    name = "train",
    sortOptions = false,
    customSynopsis = {
      "rhobust train --out DIR [OPTIONS]",
      "       rhobust train --resume DIR [--measure] [--json]",
      "       rhobust train --estimate [OPTIONS]"
    },
    description = {
      "Train a model in a new folder, or go on with a run that was stopped or killed.",
      "",
      "The folder holds config.json, metrics.csv with a row a step, checkpoints/, log.txt, and in"
          + " the end final/, a model directory. The result is CSV with the columns model,"
          + " test_error, threshold (at 99 %% true positives on held-out images) and seconds.",
      "",
      "Ctrl-C or SIGTERM stops after the current step with a checkpoint (exit status 130 or 143);"
          + " --resume goes on to the same weights, bit for bit on the CPU. Options that are left"
          + " out keep the preset's values.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rhobust train --preset quick --method ccat --seed 0 --out my-run",
      "  rhobust train --resume my-run",
      "  rhobust train --preset cifar10-paper --device gpu:0 --estimate"
    })
final class TrainCommand extends Command {

  private static final String MEASURE = "--measure";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder of a new run: a new or empty one.")
  Path out;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description =
          "Go on with the run in this folder, with its own settings, device and threads; a finished"
              + " run stays as it is.")
  Path resume;

  @Mixin TrainOptions options;

  @Mixin ComputeOptions compute;

  @Option(
      names = MEASURE,
      description =
          "After training attack 500 test images (four starts of 100 iterations on the confidence) and"
              + " add the robust errors to final/model.json; takes minutes. 'rhobust evaluate'"
              + " attacks harder.")
  boolean measure;

  @Option(
      names = "--estimate",
      description =
          "Train nothing: measure three steps and print how long the training would take here.")
  boolean estimate;

  @Mixin JsonOption format;

  TrainCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    Table result = estimate ? estimate() : resume == null ? begin() : goOn();
    console.print(format.json ? result.jsonOfOnlyRow() : result.csv());
  }

  private Table estimate() {
    return new EstimateTask(console)
        .measure(options.settings(), compute.device, compute.threadsOrZero());
  }

  private Table begin() {
    if (out == null) {
      throw new IllegalArgumentException("give --out DIR for a new run, or --resume DIR");
    }
    TrainingSettings settings = options.settings();
    int threads = compute.threadsOrZero();
    RunDirectory.requireUsable(out);
    return new TrainTask(console, out, measure)
        .begin(settings, compute.device, threads, command(settings));
  }

  private Table goOn() {
    refuseOtherOptions();
    RunDirectory directory = RunDirectory.open(resume);
    boolean toMeasure =
        measure || List.of(directory.readConfig().command().split(" ")).contains(MEASURE);
    return new TrainTask(console, resume, toMeasure).resume(directory);
  }

  /** The folder is left out: a repetition needs another one. */
  private String command(TrainingSettings settings) {
    StringBuilder command = new StringBuilder(TrainingCommand.of(settings, compute.device));
    if (compute.threads != null) {
      command.append(" --threads ").append(compute.threads);
    }
    return measure ? command.append(' ').append(MEASURE).toString() : command.toString();
  }

  private void refuseOtherOptions() {
    List<String> allowed = List.of("--resume", MEASURE, "--json");
    spec.commandLine().getParseResult().matchedOptions().stream()
        .map(option -> option.longestName())
        .filter(name -> !allowed.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  name + " cannot be changed by --resume: the run keeps its settings");
            });
  }
}
