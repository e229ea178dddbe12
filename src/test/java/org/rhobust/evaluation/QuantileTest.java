package org.rhobust.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantileTest {

  @Test
  void liesBetweenNeighboursAsInNumPy() {
    double[] sorted = {1, 2, 4, 8};

    assertThat(Quantile.of(sorted, 0)).isEqualTo(1);
    assertThat(Quantile.of(sorted, 1)).isEqualTo(8);
    assertThat(Quantile.of(sorted, 0.5)).isEqualTo(3);
    assertThat(Quantile.of(sorted, 0.1)).isCloseTo(1.3, within(1e-12));
    assertThat(Quantile.of(sorted, 0.9)).isCloseTo(6.8, within(1e-12));
    assertThat(Quantile.of(new double[] {5}, 0.3)).isEqualTo(5);
  }
}
