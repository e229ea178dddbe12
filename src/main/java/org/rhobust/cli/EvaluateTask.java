package org.rhobust.cli;

import java.nio.file.Path;
import org.rhobust.attack.ImageAttack;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.evaluation.warning.Warning;
import org.rhobust.model.OpenModel;
import org.rhobust.report.EvaluationReport;
import org.rhobust.run.EvaluatedModel;
import org.rhobust.run.Evaluation;
import org.rhobust.run.ModelEvaluation;
import org.rhobust.run.PartFolder;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Devices;
import org.rhobust.tensor.Torch;

/** Runs a battery with progress, and writes the report. */
final class EvaluateTask {

  private final Console console;
  private final ModelOptions.Source source;
  private final TestSplit split;
  private final AttackBattery battery;
  private final long seed;
  private final ComputeOptions compute;

  EvaluateTask(
      Console console,
      ModelOptions.Source source,
      TestSplit split,
      AttackBattery battery,
      long seed,
      ComputeOptions compute) {
    this.console = console;
    this.source = source;
    this.split = split;
    this.battery = battery;
    this.seed = seed;
    this.compute = compute;
  }

  /**
   * Evaluates, and writes the report into a folder.
   *
   * @param command that makes it again
   * @return what goes to standard output
   */
  String run(Path out, String command, boolean json) {
    EvaluationReport report = new EvaluationReport(out);
    Evaluation evaluation = ComputeThread.get().call(() -> evaluate(report.parts()));
    report.write(evaluation, command);
    say(evaluation);
    console.note("the report is " + out.resolve("report.html"));
    return json ? EvaluationReport.json(evaluation, command) : EvaluationReport.table(evaluation);
  }

  private Evaluation evaluate(Path parts) {
    try (OpenModel model = source.onDevice().apply(Devices.of(compute.device))) {
      EvaluatedModel evaluated =
          new EvaluatedModel(model.name(), model.sha256(), model.description());
      PartFolder store =
          new PartFolder(parts, model.sha256(), model.classifier(), split.images(), seed);
      try (ModelEvaluation evaluation =
              new ModelEvaluation(evaluated, model.classifier(), split, battery, seed, store);
          Progress progress = console.progress()) {
        setThreads(model);
        while (!evaluation.finished()) {
          evaluation.runNext(
              () -> {
                checkStop();
                progress.update(evaluation.progress(), "attacking " + model.name());
              });
        }
        return evaluation.result(this::checkStop);
      }
    }
  }

  private void setThreads(OpenModel model) {
    if (compute.threads != null) {
      Torch.setThreads(compute.threads);
      return;
    }
    ImageAttack.chooseThreads(model.classifier(), split.images().first(split.attacked()));
  }

  private void checkStop() {
    if (console.stop().getAsBoolean()) {
      throw new StoppedException("stopped before the end; the same command goes on from here");
    }
  }

  private void say(Evaluation evaluation) {
    console.note(evaluation.verdict().sentence());
    for (Warning warning : evaluation.verdict().warnings()) {
      if (warning.raised()) {
        console.warn(warning.name() + ": " + warning.measured() + " " + warning.advice());
      }
    }
  }
}
