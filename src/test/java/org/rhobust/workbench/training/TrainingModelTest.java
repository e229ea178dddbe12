package org.rhobust.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rhobust.run.RunFolders;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingRequest;
import org.rhobust.service.TrainingSnapshot;

class TrainingModelTest {

  private final TrainingFixture training = new TrainingFixture();
  private final TrainingModel model = training.model;

  @Test
  void theRunComputesOnTheChosenDevice() {
    model.start();
    training.device.set("gpu:1");
    model.start();

    assertThat(training.started)
        .extracting(TrainingRequest::device)
        .containsExactly("auto", "gpu:1");
    assertThat(training.started.get(0).command()).doesNotContain("--device");
    assertThat(training.started.get(1).command()).contains(" --device gpu:1 ");
  }

  @Test
  void onePressStartsTheQuickPreset() {
    assertThat(model.startTextProperty().get()).isEqualTo("Train CCAT (quick)");

    model.start();

    TrainingRequest request = training.started.get(0);
    assertThat(request.settings()).isEqualTo(TrainingFixture.QUICK);
    assertThat(request.folder().getParent()).isEqualTo(Path.of("runs"));
    assertThat(request.folder().getFileName().toString()).matches("\\d{8}-\\d{6}-ccat-rho12-seed0");
    assertThat(request.command())
        .isEqualTo("train --preset quick --method ccat --seed 0 --out " + request.folder());
  }

  @Test
  void foldersSortByTime() {
    String first = RunFolders.name(LocalDateTime.of(2026, 9, 30, 9, 5, 7), TrainingFixture.QUICK);

    assertThat(first).isEqualTo("20260930-090507-ccat-rho12-seed0");
  }

  @Test
  void oneTrainingAtATime() {
    for (RunState state : RunState.values()) {
      training.snapshot.set(TrainingFixture.at(state, 0));
      assertThat(model.startProblemProperty().get().isEmpty()).isEqualTo(!state.active());
    }
  }

  @Test
  void commandsDependOnTheState() {
    model.pauseOrResume();
    model.stop();
    assertThat(training.calls).isEmpty();

    training.snapshot.set(TrainingFixture.at(RunState.RUNNING, 10));
    model.pauseOrResume();
    training.snapshot.set(TrainingFixture.at(RunState.PAUSED, 10));
    model.pauseOrResume();
    model.stop();
    training.snapshot.set(TrainingFixture.at(RunState.STOPPED, 10));
    model.pauseOrResume();

    assertThat(training.calls).containsExactly("pause", "unpause", "stop", "resume one");
  }

  @Test
  void theStopAtTheEndOfTheEpochIsToldAndTakenBack() {
    training.snapshot.set(TrainingFixture.at(RunState.RUNNING, 121));
    model.toggleStopAfterEpoch();
    training.snapshot.set(
        TrainingFixture.with(TrainingFixture.at(RunState.RUNNING, 122), List.of(), true));

    assertThat(TrainingTexts.state(training.snapshot.get()))
        .isEqualTo("Training, stops after epoch 2");
    model.toggleStopAfterEpoch();
    assertThat(training.calls).containsExactly("stop after epoch true", "stop after epoch false");
  }

  @Test
  void saysHowTheTrainingStands() {
    TrainingSnapshot running = TrainingFixture.at(RunState.RUNNING, 121);

    assertThat(TrainingTexts.progress(running)).isEqualTo(121 / 2400.0);
    assertThat(TrainingTexts.progressText(running))
        .isEqualTo(
            "step 121 of 2,400, epoch 2 of 20, 40 steps (2,017 images) a second, 1 min 05 s left");
    assertThat(TrainingTexts.progress(TrainingFixture.at(RunState.PREPARING, 0))).isNegative();
  }
}
