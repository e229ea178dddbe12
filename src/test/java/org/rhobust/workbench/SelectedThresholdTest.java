package org.rhobust.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectedThresholdTest {

  private final SelectedThreshold threshold = new SelectedThreshold();

  @Test
  void whatIsKnownIsNoSettingOfThePerson() {
    threshold.knownProperty().set(new KnownThreshold(0.4, "the probe's", true));

    assertThat(threshold.valueProperty().get()).isEqualTo(0.4);
    assertThat(threshold.ownProperty().get()).isNaN();
    assertThat(threshold.origin()).isEqualTo("the probe's");
    assertThat(threshold.isProvisional()).isTrue();
  }

  @Test
  void aPersonsOwnStaysWhenMoreIsKnown() {
    threshold.knownProperty().set(new KnownThreshold(0.4, "the probe's", true));
    threshold.valueProperty().set(0.7);
    threshold.knownProperty().set(new KnownThreshold(0.5, "the probe's", true));

    assertThat(threshold.valueProperty().get()).isEqualTo(0.7);
    assertThat(threshold.ownProperty().get()).isEqualTo(0.7);
    assertThat(threshold.origin()).contains("set by you");
    assertThat(threshold.isProvisional()).isFalse();
  }

  @Test
  void takingItBackGivesWhatIsKnownByThen() {
    threshold.knownProperty().set(new KnownThreshold(0.4, "the probe's", true));
    threshold.valueProperty().set(0.7);
    threshold.knownProperty().set(new KnownThreshold(0.5, "the probe's", true));

    threshold.ownProperty().set(Double.NaN);
    assertThat(threshold.valueProperty().get()).isEqualTo(0.5);

    threshold.valueProperty().set(0.7);
    threshold.valueProperty().set(Double.NaN);
    assertThat(threshold.valueProperty().get()).isEqualTo(0.5);
    assertThat(threshold.origin()).isEqualTo("the probe's");
  }
}
