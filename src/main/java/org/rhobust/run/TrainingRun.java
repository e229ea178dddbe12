package org.rhobust.run;

import ai.djl.Device;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rhobust.attack.PgdObserver;
import org.rhobust.data.DataException;
import org.rhobust.data.DataSet;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.model.ModelSource;
import org.rhobust.model.Network;
import org.rhobust.model.StoredModel;
import org.rhobust.tensor.Devices;
import org.rhobust.tensor.Torch;
import org.rhobust.training.LiveChanges;
import org.rhobust.training.LiveSettings;
import org.rhobust.training.StepMetrics;
import org.rhobust.training.TrainingLoop;
import org.rhobust.training.TrainingSettings;

/**
 * A training with its folder: steps, metrics, checkpoints, the final model. Used on the compute
 * thread only. It can be closed after any step and resumed from its newest checkpoint to the same
 * weights, bit for bit on the CPU.
 */
public final class TrainingRun implements AutoCloseable {

  private final RunDirectory directory;
  private final RunLock lock;
  private final RunConfig config;
  private final DataSet dataSet;
  private final Trainer trainer;
  private final MetricsFile metrics;
  private LiveChanges changes;
  private int step;
  private double seconds;

  private TrainingRun(
      RunDirectory directory,
      RunLock lock,
      RunConfig config,
      Checkpoint checkpoint,
      StoredModel start,
      PgdObserver observer) {
    this.directory = directory;
    this.lock = lock;
    this.config = config;
    TrainingSettings settings = config.settings();
    changes = ChangesFile.read(directory.changes(), LiveSettings.of(settings));
    Torch.setThreads(config.threads());
    dataSet = DataSets.get(settings.dataset());
    Device device = Devices.of(config.device());
    trainer = Trainer.create(settings, dataSet, dataSet.train(), device, observer);
    try {
      if (checkpoint == null) {
        StartingWeights.give(trainer.network(), start, settings, dataSet.train());
      } else {
        trainer.network().restore(checkpoint.weights());
        trainer.optimiser().restore(checkpoint.optimiser());
        step = checkpoint.state().step();
        seconds = checkpoint.state().seconds();
      }
      metrics = MetricsFile.continueAfter(directory.metrics(), step);
    } catch (RuntimeException e) {
      trainer.close();
      throw e;
    }
  }

  /**
   * Begins a run in a new folder.
   *
   * @param asked what to train
   * @param device {@code auto}, {@code cpu} or {@code gpu:n}
   * @param threads inside one operation, at least 1; 0 chooses the fastest by trying real steps
   * @param command the command line that repeats the run
   * @param observer called after each iteration of an attack
   * @throws RunException when the folder cannot be used
   * @throws IllegalArgumentException when the settings do not fit the data or the device
   */
  public static TrainingRun begin(
      Path folder,
      TrainingSettings asked,
      String device,
      int threads,
      String command,
      PgdObserver observer) {
    RunDirectory.requireUsable(folder);
    DataSet data = DataSets.get(asked.dataset());
    // Data that is not here is told of before anything is measured or made.
    data.train();
    data.test();
    StoredModel start = StartingWeights.find(asked, data);
    // Folders are found again from anywhere under their absolute paths.
    TrainingSettings settings =
        asked.toBuilder()
            .dataset(data.name())
            .weights(start == null ? null : ModelSource.key(asked.weights()))
            .build();
    Device where = Devices.of(device);
    int count = threads > 0 ? threads : TimeTrial.fastestThreadCount(settings, where, observer);
    RunConfig config =
        new RunConfig(
            Version.text(),
            command,
            Devices.name(where),
            count,
            TrainingLoop.chosen(settings, data.train()).checksum(),
            settings);
    RunDirectory directory = RunDirectory.create(folder, config);
    RunLock lock = RunLock.take(folder);
    try {
      directory.log(
          "begun: %s on %s, %d threads".formatted(settings.method().id(), config.device(), count));
      TrainingRun run = new TrainingRun(directory, lock, config, null, start, observer);
      if (start != null) {
        run.keepStart(start);
      }
      return run;
    } catch (RuntimeException e) {
      lock.close();
      directory.delete();
      throw e;
    }
  }

  /**
   * Goes on from the newest whole checkpoint, or from the start where none was made yet.
   *
   * @throws RunException when the folder holds no run or a damaged one, its data have changed, or a
   *     process trains it
   */
  public static TrainingRun resume(Path folder, PgdObserver observer) {
    RunDirectory directory = RunDirectory.open(folder);
    RunLock lock = RunLock.take(folder);
    try {
      return resume(directory, lock, observer);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static TrainingRun resume(RunDirectory directory, RunLock lock, PgdObserver observer) {
    Checkpoint checkpoint = directory.newestWholeCheckpoint().orElse(null);
    RunConfig config = directory.readConfig();
    try {
      DataSet data = DataSets.get(config.settings().dataset());
      requireSameData(config, data.train());
      StoredModel start = checkpoint == null ? StartingWeights.find(config.settings(), data) : null;
      TrainingRun run = new TrainingRun(directory, lock, config, checkpoint, start, observer);
      directory.log("resumed after step " + run.step);
      return run;
    } catch (IllegalArgumentException | DataException e) {
      throw new RunException(
          "%s cannot go on: %s".formatted(directory.folder(), e.getMessage()), e);
    }
  }

  private static void requireSameData(RunConfig config, ImageSet train) {
    if (config.dataChecksum() != null
        && config.dataChecksum() != TrainingLoop.chosen(config.settings(), train).checksum()) {
      throw new DataException(
          "the images of %s have changed since it began; bring the old ones back, or start anew"
              .formatted(config.settings().dataset()));
    }
  }

  /**
   * Trains with these from the next step on, and writes down what that changes.
   *
   * @throws RunException when it cannot be written; then nothing is changed
   */
  public void change(LiveSettings wanted) {
    if (finished() || wanted.equals(changes.at(step + 1))) {
      return;
    }
    LiveChanges next = changes.with(step + 1, wanted);
    ChangesFile.write(directory.changes(), next);
    changes = next;
    directory.log("changed: " + changes.words(step + 1));
  }

  /** What each step was or will be trained with. */
  public LiveChanges changes() {
    return changes;
  }

  /** Whether every step is done. */
  public boolean finished() {
    return step >= trainer.loop().totalSteps();
  }

  /**
   * Does the next step, writes its row, and after an epoch's last step a checkpoint.
   *
   * @throws org.rhobust.training.TrainingDivergedException when the loss is not a number
   */
  public StepMetrics advance() {
    long start = System.nanoTime();
    trainer.loop().change(changes.at(step + 1));
    StepMetrics measured = trainer.loop().run(step + 1);
    step++;
    seconds += (System.nanoTime() - start) / 1e9;
    metrics.append(measured, seconds);
    if (step % trainer.loop().stepsPerEpoch() == 0) {
      checkpoint();
    }
    return measured;
  }

  /** Writes a checkpoint of this moment; none before the first step. */
  public void checkpoint() {
    if (step > 0) {
      writeCheckpoint();
    }
  }

  /** The model it starts from may be gone when the run is resumed. */
  private void keepStart(StoredModel start) {
    try {
      writeCheckpoint();
      directory.log(
          "starts from %s, whose weights have SHA-256 %s"
              .formatted(config.settings().weights(), start.description().weightsSha256()));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void writeCheckpoint() {
    directory.write(
        new Checkpoint(
            new Checkpoint.State(
                step, trainer.loop().epochOf(step), config.settings().seed(), seconds),
            trainer.network().snapshot(),
            trainer.optimiser().snapshot()));
  }

  /** Removes the folder of a run that came to nothing, so that it is free for the next try. */
  public void discard() {
    rest();
    directory.delete();
  }

  /** As {@link #finish(Map, Runnable)} without further figures. */
  public ModelDescription finish(Runnable betweenBatches) {
    return finish(Map.of(), betweenBatches);
  }

  /**
   * Measures the final model on clean images and writes it to {@code final/}.
   *
   * @param furtherFigures measured of it beside, by the names that {@code model.json} gives them
   * @param betweenBatches called between two batches of images; a deep network takes minutes
   * @return what was written of it
   */
  public ModelDescription finish(Map<String, Double> furtherFigures, Runnable betweenBatches) {
    FinalFigures figures = FinalFigures.measure(trainer.network(), dataSet.test(), betweenBatches);
    Map<String, Double> measured = new LinkedHashMap<>(figures.figures());
    measured.putAll(furtherFigures);
    measured.put("training_seconds", seconds);
    ModelDescription description =
        TrainedModel.describe(config, changes, step, trainer.network(), "")
            .threshold(figures.threshold())
            .figures(measured)
            .build();
    ModelDescription written =
        ModelDirectory.write(directory.finalModel(), description, trainer.network().snapshot());
    directory.log("finished after %d steps, %.1f s".formatted(step, seconds));
    return written;
  }

  /** The live network, which training goes on changing. */
  public Network network() {
    return trainer.network();
  }

  /** The data it trains on. */
  public DataSet dataSet() {
    return dataSet;
  }

  /** The run's folder. */
  public RunDirectory directory() {
    return directory;
  }

  /** The run's configuration. */
  public RunConfig config() {
    return config;
  }

  /** Steps done. */
  public int step() {
    return step;
  }

  /** Steps in the whole run. */
  public int totalSteps() {
    return trainer.loop().totalSteps();
  }

  /** Steps in an epoch. */
  public int stepsPerEpoch() {
    return trainer.loop().stepsPerEpoch();
  }

  /** Seconds spent in steps so far, over all sessions. */
  public double seconds() {
    return seconds;
  }

  /** Leaves the folder to others: it trains no more, while its network can be looked at. */
  public void rest() {
    metrics.close();
    lock.close();
  }

  @Override
  public void close() {
    rest();
    trainer.close();
  }
}
