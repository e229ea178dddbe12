package org.rhobust.workbench.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import org.rhobust.run.RunConfig;
import org.rhobust.run.TimeEstimate;
import org.rhobust.service.DataInfo;
import org.rhobust.service.MetricColumns;
import org.rhobust.service.RunDetails;
import org.rhobust.service.RunSamples;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingRequest;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.AttackProgress;
import org.rhobust.training.LiveSettings;
import org.rhobust.training.Presets;
import org.rhobust.training.SettingChange;
import org.rhobust.training.StepMetrics;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.Memory;

/** A {@link TrainingModel} on services that only write down what they are asked. */
final class TrainingFixture {

  static final TrainingSettings QUICK = Presets.of("quick", TrainingMethod.CONFIDENCE_CALIBRATED);

  final List<TrainingRequest> started = new ArrayList<>();
  final List<String> calls = new ArrayList<>();
  final List<LiveSettings> changes = new ArrayList<>();
  final SimpleObjectProperty<TrainingSnapshot> snapshot =
      new SimpleObjectProperty<>(TrainingSnapshot.IDLE);
  Function<TrainingSettings, CompletableFuture<TimeEstimate>> estimates =
      settings -> CompletableFuture.completedFuture(new TimeEstimate("cpu", 1, 2400, 0.035, 3));
  Function<String, CompletableFuture<DataInfo>> data =
      name -> CompletableFuture.completedFuture(new DataInfo(name, 60_000, 1, true));
  CompletableFuture<Void> start = CompletableFuture.completedFuture(null);
  final SimpleStringProperty device = new SimpleStringProperty("auto");
  final TrainingModel model =
      new TrainingModel(
          new TrainingCommands(
              started::add,
              () -> calls.add("pause"),
              () -> calls.add("unpause"),
              () -> calls.add("stop"),
              wanted -> calls.add("stop after epoch " + wanted),
              changes::add,
              folder -> calls.add("resume " + folder.getFileName()),
              (settings, where) -> estimates.apply(settings),
              settings -> start,
              name -> data.apply(name)),
          snapshot,
          device,
          Path.of("runs"),
          FXCollections.observableArrayList(),
          Memory.NONE,
          Runnable::run,
          Runnable::run);

  /** With three rows of metrics. */
  static TrainingSnapshot with(TrainingSnapshot from, List<SettingChange> changed, boolean stops) {
    AttackProgress attack =
        new AttackProgress(
            new double[] {-0.1, -0.5, -0.9},
            new double[] {-0.2, -0.7, -1},
            new double[] {0, -0.2, -0.4});
    return new TrainingSnapshot(
        from.state(),
        "",
        from.folder(),
        from.config(),
        from.step(),
        from.totalSteps(),
        from.stepsPerEpoch(),
        from.seconds(),
        from.secondsLeft(),
        RunSamples.metrics(3),
        from.last(),
        null,
        new RunDetails(
            new LiveSettings(12, 0.1234567, 10), changed, stops, 40, attack, null, null));
  }

  static TrainingSnapshot at(RunState state, int step) {
    RunConfig config = step == 0 ? null : new RunConfig("test", "train", "cpu", 1, null, QUICK);
    StepMetrics last =
        new StepMetrics(
            step,
            1,
            0.1,
            12,
            1,
            1,
            0.5,
            0.5,
            0.5,
            0.5,
            0.5,
            0.1,
            new float[] {0.1f, 0.3f},
            new double[] {0.2, 0});
    return new TrainingSnapshot(
        state,
        "",
        step == 0 ? null : Path.of("runs", "one"),
        config,
        step,
        step == 0 ? 0 : 2400,
        120,
        3,
        65,
        MetricColumns.EMPTY,
        step == 0 ? null : last,
        null,
        RunDetails.NONE);
  }
}
