package org.rhobust.report;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.DataException;
import org.rhobust.run.Evaluation;

/** The report of an evaluation as the files of a folder. */
public final class EvaluationReport {

  private static final int MOST_WORST_IMAGES = 24;

  private final Path folder;
  private final FigureFolder files;

  /**
   * Makes the folder where there is none and tries whether files can be made in it.
   *
   * @throws DataException when they cannot
   */
  public EvaluationReport(Path folder) {
    this.folder = folder;
    files = FigureFolder.open(folder);
  }

  /** Where the parts of the evaluation are kept. */
  public Path parts() {
    return folder.resolve("parts");
  }

  /**
   * Writes all files, each whole or not at all: the page, the figures as JSON and CSV, each picture
   * as PNG, SVG and CSV, the worst images, and the perturbations for NumPy. Not for the JavaFX
   * thread or the compute thread, which it would hold up.
   *
   * @param command that makes it again; null where it was not the command line
   * @throws DataException when a file cannot be written
   */
  public void write(Evaluation evaluation, String command) {
    OptionalDouble threshold = evaluation.result().threshold(Evaluation.TRUE_POSITIVE_RATE);
    files.write("evaluation.json", json(evaluation, command));
    files.write("evaluation.csv", EvaluationTable.of(evaluation));
    List<EvaluationFigure> figures = EvaluationFigure.of(evaluation, threshold);
    figures.forEach(figure -> files.write(figure.name(), figure.figure()));
    List<WorstImage> worst = WorstImage.of(evaluation, threshold, MOST_WORST_IMAGES);
    files.write("worst.png", WorstSheet.png(evaluation.split().images(), worst));
    files.write("worst.csv", WorstSheet.table(worst));
    AtomicFiles.write(
        folder.resolve("perturbations.npz"), stream -> Perturbations.write(evaluation, stream));
    files.write("report.html", ReportPage.of(evaluation, threshold, figures, worst, command));
  }

  /** The text of {@code evaluation.json}. */
  public static String json(Evaluation evaluation, String command) {
    return EvaluationJson.of(evaluation, command);
  }

  /** The rows of {@code evaluation.csv} over all attacks and of each threat model. */
  public static String table(Evaluation evaluation) {
    return EvaluationTable.ofThreats(evaluation);
  }
}
