package org.rhobust.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.rhobust.data.AtomicFiles;
import org.rhobust.training.StepMetrics;

/**
 * The table {@code metrics.csv}: a row a step, written as it happens. A value that a step does not
 * have is an empty cell.
 */
public final class MetricsFile implements AutoCloseable {

  /** The columns, in their order. */
  public static final List<String> COLUMNS =
      List.of(
          "step",
          "epoch",
          "seconds",
          "learning_rate",
          "rho",
          "clean_loss",
          "adversarial_loss",
          "clean_error",
          "adversarial_error",
          "clean_confidence",
          "adversarial_confidence",
          "lambda",
          "norm");

  private final Path file;
  private final BufferedWriter writer;

  private MetricsFile(Path file, BufferedWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /**
   * Opens the table to go on after {@code step}, 0 for a new one: later rows are dropped.
   *
   * @throws RunException when the file cannot be written or lacks rows
   */
  public static MetricsFile continueAfter(Path file, int step) {
    try {
      List<String> rows = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (step > 0 && rows.size() <= step) {
        throw new RunException(
            "%s has %d rows, but the checkpoint is at step %d; remove the newer checkpoints"
                .formatted(file, Math.max(0, rows.size() - 1), step));
      }
      String header = String.join(",", COLUMNS);
      String kept =
          rows.stream().skip(1).limit(step).map(row -> row + "\n").collect(Collectors.joining());
      AtomicFiles.writeString(file, header + "\n" + kept);
      return new MetricsFile(file, Files.newBufferedWriter(file, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new RunException(
          file + " cannot be written: " + e.getMessage() + "; choose another folder", e);
    }
  }

  /**
   * Appends a row.
   *
   * @param seconds of training so far
   */
  public void append(StepMetrics metrics, double seconds) {
    try {
      writer.write(row(metrics, seconds));
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      throw new RunException(
          file + " cannot be written: " + e.getMessage() + "; free some space and resume", e);
    }
  }

  /** The values of a row, in the order of {@link #COLUMNS}; NaN where a step has none. */
  public static double[] values(StepMetrics metrics, double seconds) {
    return new double[] {
      metrics.step(),
      metrics.epoch(),
      seconds,
      metrics.learningRate(),
      metrics.rho(),
      metrics.cleanLoss(),
      metrics.adversarialLoss(),
      metrics.cleanError(),
      metrics.adversarialError(),
      metrics.cleanConfidence(),
      metrics.adversarialConfidence(),
      metrics.lambda(),
      metrics.norm()
    };
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new RunException(file + " cannot be closed: " + e.getMessage(), e);
    }
  }

  private static String row(StepMetrics metrics, double seconds) {
    StringJoiner row = new StringJoiner(",");
    row.add(Integer.toString(metrics.step())).add(Integer.toString(metrics.epoch()));
    double[] values = values(metrics, seconds);
    for (int i = 2; i < values.length; i++) {
      row.add(Double.isNaN(values[i]) ? "" : Double.toString(values[i]));
    }
    return row.toString();
  }
}
