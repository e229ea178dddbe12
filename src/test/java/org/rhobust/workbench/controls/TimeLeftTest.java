package org.rhobust.workbench.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeLeftTest {

  private final TimeLeft time = new TimeLeft(100);

  @Test
  void isUnknownBeforeAnythingIsDone() {
    assertThat(time.seconds()).isNaN();
    time.report(101, 0);
    assertThat(time.seconds()).isNaN();
  }

  @Test
  void followsTheSpeed() {
    time.report(102, 0.1);
    assertThat(time.seconds()).isCloseTo(18, within(1e-9));
    assertThat(time.speed()).isCloseTo(0.05, within(1e-9));
  }

  @Test
  void whatWasFoundFromAnEarlierRunSaysNothingAboutTheRest() {
    time.report(101, 0.01);
    time.report(101.001, 0.81);
    time.report(102.001, 0.82);
    time.report(103.001, 0.83);

    assertThat(time.seconds()).isCloseTo(17, within(0.1));
  }

  @Test
  void aPauseForATrainingCounts() {
    for (int i = 1; i <= 4; i++) {
      time.report(100 + i, 0.01 * i);
    }
    time.report(110, 0.05);

    assertThat(time.seconds()).isCloseTo(190, within(1e-6));
  }
}
