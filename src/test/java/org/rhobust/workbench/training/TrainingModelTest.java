package org.rhobust.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.run.RunConfig;
import org.rhobust.run.RunFolders;
import org.rhobust.run.TimeEstimate;
import org.rhobust.service.DataInfo;
import org.rhobust.service.MetricColumns;
import org.rhobust.service.RunDetails;
import org.rhobust.service.RunSamples;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingRequest;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.AttackProgress;
import org.rhobust.training.LiveSetting;
import org.rhobust.training.LiveSettings;
import org.rhobust.training.Preset;
import org.rhobust.training.Presets;
import org.rhobust.training.SettingChange;
import org.rhobust.training.StepMetrics;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.Memory;

class TrainingModelTest {

  private static final TrainingSettings QUICK =
      Presets.of("quick", TrainingMethod.CONFIDENCE_CALIBRATED);

  private final List<TrainingRequest> started = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private final List<LiveSettings> changes = new ArrayList<>();
  private final SimpleObjectProperty<TrainingSnapshot> snapshot =
      new SimpleObjectProperty<>(TrainingSnapshot.IDLE);
  private Function<TrainingSettings, CompletableFuture<TimeEstimate>> estimates =
      settings -> CompletableFuture.completedFuture(new TimeEstimate("cpu", 1, 2400, 0.035, 3));
  private Function<String, CompletableFuture<DataInfo>> data =
      name -> CompletableFuture.completedFuture(new DataInfo(name, 60_000, 1, true));
  private CompletableFuture<Void> start = CompletableFuture.completedFuture(null);
  private final SimpleStringProperty device = new SimpleStringProperty("auto");
  private final TrainingModel model =
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

  @Test
  void theRunComputesOnTheChosenDevice() {
    model.start();
    device.set("gpu:1");
    model.start();

    assertThat(started).extracting(TrainingRequest::device).containsExactly("auto", "gpu:1");
    assertThat(started.get(0).command()).doesNotContain("--device");
    assertThat(started.get(1).command()).contains(" --device gpu:1 ");
  }

  @Test
  void onePressStartsTheQuickPreset() {
    assertThat(model.startTextProperty().get()).isEqualTo("Train CCAT (quick)");

    model.start();

    TrainingRequest request = started.get(0);
    assertThat(request.settings()).isEqualTo(QUICK);
    assertThat(request.folder().getParent()).isEqualTo(Path.of("runs"));
    assertThat(request.folder().getFileName().toString()).matches("\\d{8}-\\d{6}-ccat-rho12-seed0");
    assertThat(request.command())
        .isEqualTo("train --preset quick --method ccat --seed 0 --out " + request.folder());
  }

  @Test
  void theTimeIsMeasuredForWhatTheFormSays() {
    model.time().begin();
    assertThat(model.startTextProperty().get()).isEqualTo("Train CCAT (quick, about 1 min 24 s)");
    assertThat(model.time().textProperty().get())
        .isEqualTo("About 1 min 24 s on cpu, by 3 steps of 35 ms.");

    estimates = settings -> CompletableFuture.completedFuture(bound(settings.epochs()));
    model.form().epochs().textProperty().set("100");
    assertThat(model.time().textProperty().get())
        .isEqualTo("More than 5 min 00 s on cpu, by a part of one step’s attack.");

    model.form().epochs().textProperty().set("no number");
    assertThat(model.time().textProperty().get()).isEmpty();

    estimates = settings -> CompletableFuture.failedFuture(new IllegalStateException("no engine"));
    model.form().epochs().textProperty().set("10");
    assertThat(model.time().textProperty().get()).contains("not be measured", "no engine");
    assertThat(model.startProblemProperty().get()).isEmpty();
  }

  private static TimeEstimate bound(int steps) {
    return new TimeEstimate("cpu", 1, steps, 3, 0);
  }

  @Test
  void nothingIsMeasuredBesideATraining() {
    snapshot.set(at(RunState.RUNNING, 10));
    model.time().begin();
    assertThat(model.time().textProperty().get()).isEmpty();

    snapshot.set(at(RunState.FINISHED, 20));
    assertThat(model.time().textProperty().get()).startsWith("About");
  }

  @Test
  void anotherPresetBringsAllItsValues() {
    Preset paper =
        Presets.all().stream().filter(p -> p.name().equals("cifar10-paper")).findFirst().get();
    model.form().presetProperty().set(paper);

    assertThat(model.form().settingsProperty().get())
        .isEqualTo(Presets.of("cifar10-paper", TrainingMethod.CONFIDENCE_CALIBRATED));
    model.form().methodProperty().set(TrainingMethod.ADVERSARIAL);
    assertThat(model.form().settingsProperty().get())
        .isEqualTo(Presets.of("cifar10-paper", TrainingMethod.ADVERSARIAL));
    assertThat(model.startTextProperty().get()).startsWith("Train adversarially (cifar10-paper");
  }

  @Test
  void dataNetworkAndTheRestAreTrainedAndWrittenInTheCommand() {
    model.form().datasetProperty().set("mnist[3,8]");
    model.form().networkProperty().set("lenet");
    model.form().augmentationProperty().set(List.of("crop", "flip"));
    model.form().weightsProperty().set("mnist-ccat");
    model.form().batch().textProperty().set("20");
    model.form().optimiser().learningRate().textProperty().set("0.02");
    model.form().attack().steps().textProperty().set("7");
    model.form().attack().stepSize().textProperty().set("0.1");

    model.start();

    assertThat(started.get(0).command())
        .contains(
            "--seed 0 --dataset 'mnist[3,8]' --network lenet --augment crop,flip"
                + " --weights mnist-ccat --batch 20 --learning-rate 0.02 --steps 7"
                + " --step-size 0.1 --out");
    assertThat(started.get(0).settings().dataset()).isEqualTo("mnist[3,8]");
    assertThat(started.get(0).settings().augmentation()).containsExactly("crop", "flip");
  }

  @Test
  void anUnknownNetworkIsExplainedInPlace() {
    model.form().networkProperty().set("wrn-27-10");

    assertThat(model.form().networkProblemProperty().get()).contains("27");
    assertThat(model.startProblemProperty().get()).isNotEmpty();
  }

  @Test
  void dataThatIsNotThereOrTooSmallIsExplainedInPlace() {
    data =
        name ->
            CompletableFuture.completedFuture(
                new DataInfo(name, 50_000, 3, name.equals("cifar10")));
    model.form().datasetProperty().set("svhn");
    assertThat(model.data().problemProperty().get()).startsWith("svhn is not on this computer");
    assertThat(model.startProblemProperty().get()).isNotEmpty();

    model.form().datasetProperty().set("cifar10");
    assertThat(model.data().problemProperty().get()).isEmpty();
    assertThat(model.data().remarkProperty().get()).contains("ε = 0.3", "0.03");

    model.form().examples().textProperty().set("50001");
    assertThat(model.data().problemProperty().get()).contains("50,000", "50,001");

    data = name -> CompletableFuture.failedFuture(new IllegalArgumentException("no data set x"));
    model.form().datasetProperty().set("x");
    assertThat(model.data().problemProperty().get()).isEqualTo("no data set x");
  }

  @Test
  void whatIsTypedIsTrainedAndWrittenInTheCommand() {
    model.form().rho().textProperty().set("6");
    model.form().attack().epsilon().textProperty().set("0.2");
    model.form().epochs().textProperty().set("2");
    model.form().examples().textProperty().set("100");
    model.form().seed().textProperty().set("7");
    assertThat(model.startTextProperty().get())
        .isEqualTo("Train CCAT (2 × 100 images, about 1 min 24 s)");

    model.start();

    TrainingSettings settings = started.get(0).settings();
    assertThat(settings)
        .isEqualTo(QUICK.toBuilder().rho(6).epsilon(0.2).epochs(2).examples(100).seed(7).build());
    assertThat(started.get(0).command())
        .contains("--seed 7 --examples 100 --epochs 2 --rho 6 --epsilon 0.2 --out");
  }

  @Test
  void anotherMethodBringsItsOwnAttack() {
    model.form().methodProperty().set(TrainingMethod.ADVERSARIAL);

    model.start();

    assertThat(started.get(0).settings())
        .isEqualTo(Presets.of("quick", TrainingMethod.ADVERSARIAL));
    assertThat(started.get(0).folder().toString()).endsWith("-adversarial-seed0");
  }

  @Test
  void aBadFieldKeepsTheButtonOffAndSaysWhy() {
    model.form().epochs().textProperty().set("two");

    assertThat(model.startProblemProperty().get()).isNotEmpty();
    assertThat(model.form().problemProperty().get()).contains("epochs", "“two”");
    model.start();
    assertThat(started).isEmpty();

    model.form().reset();
    assertThat(model.startProblemProperty().get()).isEmpty();
  }

  @Test
  void oneTrainingAtATime() {
    for (RunState state : RunState.values()) {
      snapshot.set(at(state, 0));
      assertThat(model.startProblemProperty().get().isEmpty()).isEqualTo(!state.active());
    }
  }

  @Test
  void commandsDependOnTheState() {
    model.pauseOrResume();
    model.stop();
    assertThat(calls).isEmpty();

    snapshot.set(at(RunState.RUNNING, 10));
    model.pauseOrResume();
    snapshot.set(at(RunState.PAUSED, 10));
    model.pauseOrResume();
    model.stop();
    snapshot.set(at(RunState.STOPPED, 10));
    model.pauseOrResume();

    assertThat(calls).containsExactly("pause", "unpause", "stop", "resume one");
  }

  @Test
  void tellsWhatTheAttackCannotReach() {
    assertThat(model.remarkProperty().get()).startsWith("A remark").contains("0.21 of ε = 0.3");
    assertThat(model.remarkWarns()).isFalse();
    model.form().attack().steps().textProperty().set("4");
    assertThat(model.remarkProperty().get()).contains("0.045 of ε = 0.3", "more or larger steps");
    model.form().methodProperty().set(TrainingMethod.ADVERSARIAL);
    assertThat(model.remarkProperty().get()).isEmpty();
    model.form().attack().epsilon().textProperty().set("0.7");
    assertThat(model.remarkProperty().get()).startsWith("Warning").contains("0.60 of ε = 0.7");
    assertThat(model.remarkWarns()).isTrue();
    model.form().methodProperty().set(TrainingMethod.NORMAL);
    assertThat(model.remarkProperty().get()).isEmpty();
  }

  @Test
  void saysHowTheTrainingStands() {
    TrainingSnapshot running = at(RunState.RUNNING, 121);

    assertThat(TrainingTexts.progress(running)).isEqualTo(121 / 2400.0);
    assertThat(TrainingTexts.progressText(running))
        .isEqualTo(
            "step 121 of 2,400, epoch 2 of 20, 40 steps (2,017 images) a second, 1 min 05 s left");
    assertThat(TrainingTexts.progress(at(RunState.PREPARING, 0))).isNegative();
  }

  @Test
  void theLastBatchIsDrawn() {
    assertThat(model.plots().batchProperty().get().isEmpty()).isTrue();

    snapshot.set(at(RunState.RUNNING, 121));

    assertThat(model.plots().batchProperty().get().isEmpty()).isFalse();
    assertThat(model.plots().batchProperty().get().summary()).contains("2 λ values");
  }

  @Test
  void foldersSortByTime() {
    String first = RunFolders.name(LocalDateTime.of(2026, 9, 30, 9, 5, 7), QUICK);

    assertThat(first).isEqualTo("20260930-090507-ccat-rho12-seed0");
  }

  @Test
  void theAttackAndTheOptimiserAreTrainedAndWrittenInTheCommand() {
    AttackFields attack = model.form().attack();
    attack.objectiveProperty().set("margin");
    attack.momentum().textProperty().set("0.5");
    attack.backtracksProperty().set(false);
    attack.initialisationsProperty().set(List.of("zero"));
    OptimiserFields optimiser = model.form().optimiser();
    optimiser.nesterovProperty().set(true);
    optimiser.weightDecay().textProperty().set("0.0005");
    optimiser.scheduleProperty().set("steps");
    optimiser.decay().textProperty().set("0.1");
    optimiser.milestonesProperty().set("10, 15");
    model.form().fraction().textProperty().set("0.25");
    model.form().familyProperty().set("linear");

    model.start();

    assertThat(started.get(0).command())
        .contains(
            "--family linear --fraction 0.25 --nesterov --weight-decay 0.0005 --schedule steps"
                + " --decay 0.1 --milestones 10,15 --attack-momentum 0.5 --backtracking off"
                + " --objective margin --init zero --out");
    TrainingSettings settings = started.get(0).settings();
    assertThat(settings.attack().backtracking()).isNull();
    assertThat(settings.sgd().milestones()).containsExactly(10, 15);
  }

  @Test
  void anotherNormBringsItsCustomaryBall() {
    model.form().attack().normProperty().set("l2");

    TrainingSettings settings = model.form().settingsProperty().get();
    assertThat(settings.attack().epsilon()).isEqualTo(1.5);
    assertThat(settings.attack().stepSize()).isEqualTo(0.25);
    model.form().reset();
    assertThat(model.form().settingsProperty().get()).isEqualTo(QUICK);
  }

  @Test
  void whatDoesNotGoTogetherIsExplainedInPlace() {
    model.form().attack().epsilon().textProperty().set("2");
    assertThat(model.form().attack().ballProblemProperty().get()).contains("L∞", "above 1");
    assertThat(model.startProblemProperty().get()).isNotEmpty();
    assertThat(model.form().problemIsInMore()).isFalse();
    model.form().reset();

    model.form().fraction().textProperty().set("1");
    assertThat(model.form().unfittingProperty().get()).contains("without clean images");
    assertThat(model.form().problemIsInMore()).isTrue();
    model.form().methodProperty().set(TrainingMethod.ADVERSARIAL);
    assertThat(model.form().unfittingProperty().get()).isEmpty();
    model.form().reset();

    model.form().attack().initialisationsProperty().set(List.of());
    assertThat(model.form().attack().startsProblemProperty().get()).contains("at least one");
    model.form().reset();

    model.form().optimiser().scheduleProperty().set("steps");
    model.form().optimiser().milestonesProperty().set("60, 30");
    assertThat(model.form().optimiser().problemProperty().get()).contains("ascending");
    assertThat(model.startProblemProperty().get()).isNotEmpty();
    model.form().optimiser().milestonesProperty().set("30 60");
    assertThat(model.startProblemProperty().get()).isEmpty();
  }

  @Test
  void weightsThatDoNotFitAreExplainedInPlace() {
    start = CompletableFuture.failedFuture(new IllegalArgumentException("no model x"));
    model.form().weightsProperty().set("x");
    assertThat(model.weights().problemProperty().get()).isEqualTo("no model x");
    assertThat(model.startProblemProperty().get()).isNotEmpty();

    model.form().weightsProperty().set("");
    assertThat(model.startProblemProperty().get()).isEmpty();
  }

  @Test
  void theFormComesBackAsItWasLeft() {
    Map<String, String> kept = new HashMap<>();
    TrainingForm left = new TrainingForm();
    left.keep(new MapMemory(kept));
    left.presetProperty().set(Presets.named("cifar10-article"));
    left.methodProperty().set(TrainingMethod.ADVERSARIAL);
    left.attack().normProperty().set("l2");
    left.attack().epsilon().textProperty().set("0.7");
    left.attack().backtracksProperty().set(true);
    left.attack().initialisationsProperty().set(List.of("zero", "gaussian"));
    left.optimiser().milestonesProperty().set("2, 4");
    left.datasetProperty().set("mnist[1,2]");
    left.seed().textProperty().set("9");

    TrainingForm next = new TrainingForm();
    next.keep(new MapMemory(kept));

    assertThat(next.settingsProperty().get()).isEqualTo(left.settingsProperty().get());
  }

  private record MapMemory(Map<String, String> values) implements Memory {

    @Override
    public <T> Subscription keep(
        String key, String words, Property<T> setting, StringConverter<T> text) {
      if (values.containsKey(key)) {
        setting.setValue(text.fromString(values.get(key)));
      }
      return setting.subscribe(value -> values.put(key, text.toString(value)));
    }
  }

  @Test
  void theStopAtTheEndOfTheEpochIsToldAndTakenBack() {
    snapshot.set(at(RunState.RUNNING, 121));
    model.toggleStopAfterEpoch();
    snapshot.set(with(at(RunState.RUNNING, 122), List.of(), true));

    assertThat(TrainingTexts.state(snapshot.get())).isEqualTo("Training, stops after epoch 2");
    model.toggleStopAfterEpoch();
    assertThat(calls).containsExactly("stop after epoch true", "stop after epoch false");
  }

  @Test
  void aRunningTrainingIsChangedToWhatIsTyped() {
    assertThat(model.live().activeProperty().get()).isFalse();
    snapshot.set(with(at(RunState.RUNNING, 121), List.of(), false));
    LiveModel live = model.live();
    assertThat(live.activeProperty().get()).isTrue();
    assertThat(live.changedProperty().get()).isFalse();

    live.input(LiveSetting.RHO).textProperty().set("6");
    live.apply();

    assertThat(changes).containsExactly(new LiveSettings(6, 0.1234567, 10));
    live.input(LiveSetting.STEPS).textProperty().set("many");
    live.apply();
    assertThat(changes).hasSize(1);
  }

  @Test
  void aRunOfSettingsThatCannotBeTypedHereIsFollowedAllTheSame() {
    TrainingSnapshot usual = with(at(RunState.RUNNING, 121), List.of(), false);
    LiveSettings far = new LiveSettings(5000, 200, 20_000);
    snapshot.set(
        new TrainingSnapshot(
            usual.state(),
            "",
            usual.folder(),
            usual.config(),
            usual.step(),
            usual.totalSteps(),
            usual.stepsPerEpoch(),
            usual.seconds(),
            usual.secondsLeft(),
            usual.metrics(),
            usual.last(),
            null,
            new RunDetails(far, List.of(), false, 40, null, null)));
    LiveModel live = new LiveModel(snapshot, changes::add);

    assertThat(live.input(LiveSetting.RHO).textProperty().get()).isEqualTo("5000");
    assertThat(live.input(LiveSetting.RHO).problemProperty().get()).contains("at most 1000");
    assertThat(live.textProperty().get()).contains("learning rate");
    live.apply();
    assertThat(changes).isEmpty();
  }

  @Test
  void aChangeIsMarkedOnTheCurves() {
    SettingChange change = new SettingChange(2, LiveSetting.RHO, 12, 6);
    snapshot.set(with(at(RunState.RUNNING, 3), List.of(change), false));

    LinePlot loss = (LinePlot) model.plots().lossProperty().get();
    assertThat(loss.markers()).containsExactly(Marker.vertical(2, "ρ 12 → 6", ColorRole.OTHER));
    assertThat(loss.caption()).endsWith("changed: ρ 12 → 6 at step 2");
    assertThat(model.live().textProperty().get()).contains("Changed: ρ 12 → 6 at step 2");
    model.plots().options().acrossProperty().set(Across.EPOCH);
    LinePlot epochs = (LinePlot) model.plots().lossProperty().get();
    assertThat(epochs.markers().get(0).value()).isEqualTo(2 / 120.0);
  }

  @Test
  void nothingIsDrawnThatNobodySees() {
    model.plots().showingProperty().set(false);
    snapshot.set(with(at(RunState.RUNNING, 3), List.of(), false));
    assertThat(model.plots().lossProperty().get().isEmpty()).isTrue();

    model.plots().showingProperty().set(true);
    assertThat(model.plots().lossProperty().get().isEmpty()).isFalse();
  }

  @Test
  void theAttackOnTheLastBatchIsDrawn() {
    snapshot.set(with(at(RunState.RUNNING, 3), List.of(), false));

    LinePlot attack = (LinePlot) model.plots().objectiveProperty().get();
    assertThat(attack.series().get(0).ys().toArray()).containsExactly(-0.1, -0.5, -0.9);
    assertThat(attack.y().label()).isEqualTo("objective (confidence)");
  }

  /** With three rows of metrics. */
  private static TrainingSnapshot with(
      TrainingSnapshot from, List<SettingChange> changed, boolean stops) {
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
        new RunDetails(new LiveSettings(12, 0.1234567, 10), changed, stops, 40, attack, null));
  }

  private static TrainingSnapshot at(RunState state, int step) {
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
