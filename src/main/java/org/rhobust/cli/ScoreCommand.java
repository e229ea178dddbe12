package org.rhobust.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.rhobust.evaluation.ResultsFile;
import org.rhobust.evaluation.Scores;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Scores results made elsewhere. Needs no engine. */
@CommandLine.Command(
    name = "score",
    sortOptions = false,
    customSynopsis = "rhobust score --input R.npz --holdout H [--tpr T]",
    description = {
      "Score a classifier by rejection from its outputs, made by any attack tool.",
      "",
      "The input is a NumPy archive with labels [N] and the probabilities clean [N, K] and attacked"
          + " [A, M, K], A candidates for each of the first M images. The last H of the N images set"
          + " the threshold and count for nothing else, so M is at most N - H. A row with a NaN counts"
          + " as misclassified and accepted.",
      "",
      "The result is a JSON object of fractions, null where one is undefined: those of clean images"
          + " are over the first N - H, all on attacks over the first M, each image by the worst of its"
          + " candidates.",
      ""
    },
    footer = {"", "Example: rhobust score --input results.npz --holdout 1000 --tpr 0.99"})
final class ScoreCommand extends Command {

  @Option(
      names = "--input",
      required = true,
      paramLabel = "R.npz",
      description = "The NumPy archive, as np.savez writes it.")
  Path input;

  @Option(
      names = "--holdout",
      required = true,
      paramLabel = "H",
      description = "How many of the last images set the threshold, at least 1.")
  int holdout;

  @Option(
      names = "--tpr",
      defaultValue = "0.99",
      paramLabel = "T",
      description =
          "The share of the correctly classified held-out images to accept, above 0 and at most 1"
              + " (default: ${DEFAULT-VALUE}).")
  double truePositiveRate;

  ScoreCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    requireRanges();
    ResultsFile results = Existing.open(input.toString(), () -> ResultsFile.read(input));
    Scores scores = results.scores(holdout, truePositiveRate);
    if (results.brokenRows() > 0) {
      console.warn(
          "%d row%s with a NaN count as misclassified and accepted at every threshold"
              .formatted(results.brokenRows(), results.brokenRows() == 1 ? "" : "s"));
    }
    Map<String, OptionalDouble> figures = scores.byKey();
    Table table = new Table(figures.keySet().toArray(String[]::new));
    table.add(
        figures.values().stream()
            .map(figure -> figure.isPresent() ? figure.getAsDouble() : null)
            .toArray());
    console.print(table.jsonOfOnlyRow());
  }

  /** Before a long file is read. */
  private void requireRanges() {
    if (holdout < 1) {
      throw new IllegalArgumentException("holdout is " + holdout + "; it must be 1 or more");
    }
    if (!(truePositiveRate > 0 && truePositiveRate <= 1)) {
      throw new IllegalArgumentException(
          "tpr is " + truePositiveRate + "; it must be above 0 and at most 1");
    }
  }
}
