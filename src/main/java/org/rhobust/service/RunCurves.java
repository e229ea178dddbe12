package org.rhobust.service;

import java.nio.file.Path;
import org.rhobust.run.MetricsTable;
import org.rhobust.run.RunConfig;
import org.rhobust.run.RunDirectory;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/**
 * The curves of a run on disk, as far as they are written.
 *
 * @param folder of the run
 * @param method it is trained by
 * @param epsilon ε of its attack
 * @param stepsPerEpoch at least 1
 * @param metrics a row a step
 */
public record RunCurves(
    Path folder, TrainingMethod method, double epsilon, int stepsPerEpoch, MetricColumns metrics) {

  /**
   * Reads the curves of a run that may be half written or growing; not on the JavaFX thread.
   *
   * @throws org.rhobust.run.RunException when the folder holds no run or a damaged one
   */
  public static RunCurves read(Path folder) {
    RunDirectory directory = RunDirectory.open(folder);
    RunConfig config = directory.readConfig();
    double[][] rows = MetricsTable.rows(MetricsTable.readGrowing(directory.metrics()));
    return of(folder, config, MetricHistory.of(rows).columns());
  }

  /** The curves of a run whose configuration and metrics are known. */
  public static RunCurves of(Path folder, RunConfig config, MetricColumns metrics) {
    TrainingSettings settings = config.settings();
    return new RunCurves(
        folder, settings.method(), settings.attack().epsilon(), settings.stepsPerEpoch(), metrics);
  }

  /** The name of its folder. */
  public String name() {
    return folder.getFileName().toString();
  }
}
