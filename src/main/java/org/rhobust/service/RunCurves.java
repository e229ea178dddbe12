package org.rhobust.service;

import java.nio.file.Files;
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
 * @param epsilon ε of its attack; NaN where it is not known
 * @param stepsPerEpoch 0 where it is not known
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
   * Reads the curves of a run that may be half written, half copied or growing; not on the JavaFX
   * thread.
   *
   * @throws RunException when the folder holds no run or a damaged one
   */
  public static RunCurves read(Path folder) {
    Path table = folder.resolve(RunDirectory.METRICS);
    if (!RunDirectory.holdsRun(folder) && Files.isRegularFile(table)) {
      return withoutConfiguration(folder, metrics(table));
    }
    RunDirectory directory = RunDirectory.open(folder);
    RunConfig config = directory.readConfig();
    return of(folder, config, metrics(table), changes(directory, config));
  }

  private static MetricColumns metrics(Path table) {
    return MetricHistory.of(MetricsTable.rows(MetricsTable.readGrowing(table))).columns();
  }

  /** As far as the table itself tells: a calibrated run has a ρ, a normal one attacks nothing. */
  private static RunCurves withoutConfiguration(Path folder, MetricColumns metrics) {
    TrainingMethod method =
        metrics.has("rho")
            ? TrainingMethod.CONFIDENCE_CALIBRATED
            : metrics.has("adversarial_loss") ? TrainingMethod.ADVERSARIAL : TrainingMethod.NORMAL;
    return new RunCurves(folder, method, Double.NaN, rowsOfFirstEpoch(metrics), metrics, List.of());
  }

  /** How many steps an epoch has; 0 before the second epoch. */
  private static int rowsOfFirstEpoch(MetricColumns metrics) {
    double[] epochs = metrics.column("epoch");
    for (int i = 1; i < metrics.size(); i++) {
      if (epochs[i] > epochs[0]) {
        return i;
      }
    }
    return 0;
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
