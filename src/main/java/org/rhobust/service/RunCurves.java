package org.rhobust.service;

import java.nio.file.Path;
import java.util.List;
import org.rhobust.run.ChangesFile;
import org.rhobust.run.MetricsTable;
import org.rhobust.run.RunConfig;
import org.rhobust.run.RunDirectory;
import org.rhobust.run.RunException;
import org.rhobust.training.LiveSettings;
import org.rhobust.training.SettingChange;
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
 * @param changes what was changed while it trained, in the order of the steps
 */
public record RunCurves(
    Path folder,
    TrainingMethod method,
    double epsilon,
    int stepsPerEpoch,
    MetricColumns metrics,
    List<SettingChange> changes) {

  /**
   * Reads the curves of a run that may be half written or growing; not on the JavaFX thread.
   *
   * @throws org.rhobust.run.RunException when the folder holds no run or a damaged one
   */
  public static RunCurves read(Path folder) {
    RunDirectory directory = RunDirectory.open(folder);
    RunConfig config = directory.readConfig();
    double[][] rows = MetricsTable.rows(MetricsTable.readGrowing(directory.metrics()));
    return of(folder, config, MetricHistory.of(rows).columns(), changes(directory, config));
  }

  /** The curves of a run of which all is known. */
  public static RunCurves of(
      Path folder, RunConfig config, MetricColumns metrics, List<SettingChange> changes) {
    TrainingSettings settings = config.settings();
    return new RunCurves(
        folder,
        settings.method(),
        settings.attack().epsilon(),
        settings.stepsPerEpoch(),
        metrics,
        changes);
  }

  /** The table of runs says where these cannot be read; the curves can be shown without them. */
  private static List<SettingChange> changes(RunDirectory directory, RunConfig config) {
    try {
      LiveSettings start = LiveSettings.of(config.settings());
      return ChangesFile.read(directory.changes(), start).changes();
    } catch (RunException e) {
      return List.of();
    }
  }

  /** The name of its folder. */
  public String name() {
    return folder.getFileName().toString();
  }
}
