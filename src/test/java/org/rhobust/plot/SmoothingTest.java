package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothingTest {

  @Test
  void aConstantStaysFromTheFirstValueOn() {
    assertThat(Smoothing.movingAverage(new double[] {3, 3, 3}, 0.9))
        .containsExactly(new double[] {3, 3, 3}, within(1e-12));
  }

  @Test
  void isTheWeightedMeanOfThePast() {
    assertThat(Smoothing.movingAverage(new double[] {1, 4, Double.NaN, 2}, 0.5))
        .containsExactly(
            new double[] {1, (0.5 + 4) / 1.5, Double.NaN, (0.25 + 2 + 2) / 1.75}, within(1e-12));
  }

  @Test
  void refusesAWeightThatForgetsNothing() {
    assertThatThrownBy(() -> Smoothing.movingAverage(new double[1], 1)).hasMessageContaining("1.0");
  }
}
