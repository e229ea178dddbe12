package org.rhobust.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.DataException;
import org.rhobust.run.Evaluation;

/** The report of an evaluation as the files of a folder. */
public final class EvaluationReport {

  private final Path folder;

  /**
   * Makes the folder where there is none.
   *
   * @throws DataException when it cannot be made
   */
  public EvaluationReport(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DataException(
          "cannot make the folder %s: %s; choose another".formatted(folder, e.getMessage()), e);
    }
  }

  /** Where the parts of the evaluation are kept. */
  public Path parts() {
    return folder.resolve("parts");
  }

  /**
   * Writes all files, each whole or not at all.
   *
   * @param command that makes it again; null where it was not the command line
   */
  public void write(Evaluation evaluation, String command) {
    AtomicFiles.writeString(folder.resolve("evaluation.json"), json(evaluation, command));
    AtomicFiles.writeString(folder.resolve("evaluation.csv"), EvaluationTable.of(evaluation));
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
