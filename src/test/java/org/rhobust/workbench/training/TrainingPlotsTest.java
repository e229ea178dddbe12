package org.rhobust.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.service.RunState;
import org.rhobust.training.LiveSetting;
import org.rhobust.training.SettingChange;

class TrainingPlotsTest {

  private final TrainingFixture training = new TrainingFixture();
  private final TrainingModel model = training.model;

  @Test
  void theLastBatchIsDrawn() {
    assertThat(model.plots().batchProperty().get().isEmpty()).isTrue();

    training.snapshot.set(TrainingFixture.at(RunState.RUNNING, 121));

    assertThat(model.plots().batchProperty().get().isEmpty()).isFalse();
    assertThat(model.plots().batchProperty().get().summary()).contains("2 λ values");
  }

  @Test
  void theAttackOnTheLastBatchIsDrawn() {
    training.snapshot.set(
        TrainingFixture.with(TrainingFixture.at(RunState.RUNNING, 3), List.of(), false));

    LinePlot attack = (LinePlot) model.plots().objectiveProperty().get();
    assertThat(attack.series().get(0).ys().toArray()).containsExactly(-0.1, -0.5, -0.9);
    assertThat(attack.y().label()).isEqualTo("objective (confidence)");
  }

  @Test
  void aChangeIsMarkedOnTheCurves() {
    SettingChange change = new SettingChange(2, LiveSetting.RHO, 12, 6);
    training.snapshot.set(
        TrainingFixture.with(TrainingFixture.at(RunState.RUNNING, 3), List.of(change), false));

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
    training.snapshot.set(
        TrainingFixture.with(TrainingFixture.at(RunState.RUNNING, 3), List.of(), false));
    assertThat(model.plots().lossProperty().get().isEmpty()).isTrue();

    model.plots().showingProperty().set(true);
    assertThat(model.plots().lossProperty().get().isEmpty()).isFalse();
  }
}
