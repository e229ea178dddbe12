package org.rhobust.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LiveChangesTest {

  private static final LiveSettings START = new LiveSettings(12, 0.1, 10);

  @Test
  void eachStepIsTrainedWithWhatWasChangedBeforeIt() {
    LiveChanges changes =
        LiveChanges.none(START)
            .with(101, new LiveSettings(6, 0.1, 10))
            .with(201, new LiveSettings(6, 0.02, 20));

    assertThat(changes.at(100)).isEqualTo(START);
    assertThat(changes.at(101)).isEqualTo(new LiveSettings(6, 0.1, 10));
    assertThat(changes.at(201)).isEqualTo(new LiveSettings(6, 0.02, 20));
    assertThat(changes.words(300))
        .isEqualTo(
            "ρ 12 → 6 at step 101, learning rate 0.1 → 0.02 at step 201,"
                + " attack steps 10 → 20 at step 201");
    assertThat(changes.words(200)).isEqualTo("ρ 12 → 6 at step 101");
  }

  @Test
  void aSecondThoughtBeforeTheStepLeavesNoTrace() {
    LiveChanges changes = LiveChanges.none(START).with(5, new LiveSettings(6, 0.1, 10));

    assertThat(changes.with(5, new LiveSettings(8, 0.1, 10)).changes())
        .containsExactly(new SettingChange(5, LiveSetting.RHO, 12, 8));
    assertThat(changes.with(5, START).changes()).isEmpty();
  }

  @Test
  void aChangeBeforeOthersThatWereToComeTakesTheirPlace() {
    LiveChanges replayed = LiveChanges.none(START).with(50, new LiveSettings(6, 0.1, 10));

    LiveChanges changed = replayed.with(40, new LiveSettings(3, 0.1, 10));

    assertThat(changed.at(50).rho()).isEqualTo(3);
  }

  @Test
  void refusesWhatNoTrainingCanUse() {
    assertThatThrownBy(() -> new LiveSettings(0, 0.1, 10)).hasMessageContaining("rho is 0");
    assertThatThrownBy(() -> LiveSetting.STEPS.set(START, 2.5)).hasMessageContaining("2.5");
    assertThatThrownBy(() -> LiveSetting.of("epsilon"))
        .hasMessageContaining("rho, learning_rate, steps");
  }
}
