package org.rhobust.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rhobust.attack.ImageAttack.Outcome;
import org.rhobust.attack.PgdStep;
import org.rhobust.data.Csv;

/** The path of every attacked image as CSV, a row an iteration. */
public final class TraceFile implements AttackFile {

  private static final List<String> COLUMNS =
      List.of(
          "index",
          "iteration",
          "objective",
          "step_size",
          "accepted",
          "norm",
          "true_confidence",
          "adversarial_confidence",
          "prediction");

  private final Writer writer;

  /** Begins the file with the names of its columns. */
  public TraceFile(OutputStream stream) throws IOException {
    writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    writer.write(Csv.line(COLUMNS));
  }

  @Override
  public void write(Outcome outcome) throws IOException {
    for (PgdStep step : outcome.trace()) {
      writer.write(
          Csv.line(
              List.of(
                  outcome.index(),
                  step.iteration(),
                  step.objective(),
                  step.stepSize(),
                  step.accepted(),
                  step.norm(),
                  step.probabilities()[outcome.label()],
                  step.adversarialConfidence(outcome.label()),
                  step.prediction())));
    }
  }

  @Override
  public void finish() throws IOException {
    writer.flush();
  }
}
