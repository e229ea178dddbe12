package org.rhobust.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rhobust.service.RunDetails;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.LiveSetting;
import org.rhobust.training.LiveSettings;

class LiveModelTest {

  private final TrainingFixture training = new TrainingFixture();
  private final TrainingModel model = training.model;

  @Test
  void aRunningTrainingIsChangedToWhatIsTyped() {
    assertThat(model.live().activeProperty().get()).isFalse();
    training.snapshot.set(
        TrainingFixture.with(TrainingFixture.at(RunState.RUNNING, 121), List.of(), false));
    LiveModel live = model.live();
    assertThat(live.activeProperty().get()).isTrue();
    assertThat(live.changedProperty().get()).isFalse();

    live.input(LiveSetting.RHO).textProperty().set("6");
    live.apply();

    assertThat(training.changes).containsExactly(new LiveSettings(6, 0.1234567, 10));
    live.input(LiveSetting.STEPS).textProperty().set("many");
    live.apply();
    assertThat(training.changes).hasSize(1);
  }

  @Test
  void aRunOfSettingsThatCannotBeTypedHereIsFollowedAllTheSame() {
    TrainingSnapshot usual =
        TrainingFixture.with(TrainingFixture.at(RunState.RUNNING, 121), List.of(), false);
    LiveSettings far = new LiveSettings(5000, 200, 20_000);
    training.snapshot.set(
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
            new RunDetails(far, List.of(), false, 40, null, null, null)));
    LiveModel live = new LiveModel(training.snapshot, training.changes::add);

    assertThat(live.input(LiveSetting.RHO).textProperty().get()).isEqualTo("5000");
    assertThat(live.input(LiveSetting.RHO).problemProperty().get()).contains("at most 1000");
    assertThat(live.textProperty().get()).contains("learning rate");
    live.apply();
    assertThat(training.changes).isEmpty();
  }
}
