package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class BinsTest {

  @Property(tries = 200)
  void everyValueCountsOnce(
      @ForAll double[] values, @ForAll @IntRange(min = 1, max = 60) int bins) {
    Bins counted = Bins.count(values, bins);

    assertThat(counted.total() + counted.notNumbers()).isEqualTo(values.length);
  }

  @Property(tries = 200)
  void aValueLiesInItsBin(
      @ForAll @Scale(9) @DoubleRange(min = 0, max = 1) double value,
      @ForAll @IntRange(min = 1, max = 60) int bins) {
    Bins counted = Bins.count(new double[] {value}, bins);

    for (int bin = 0; bin < bins; bin++) {
      if (counted.count(bin) == 1) {
        assertThat(value).isBetween(counted.edge(bin) - 1e-15, counted.edge(bin + 1) + 1e-15);
      }
    }
  }

  @Test
  void theEndsAndNotNumbersHaveTheirPlace() {
    Bins bins = Bins.count(new double[] {0, 0.1, 0.5, 1, 1.0000001, Double.NaN}, 10);

    assertThat(bins.count(0)).isEqualTo(1);
    assertThat(bins.count(1)).isEqualTo(1);
    assertThat(bins.count(5)).isEqualTo(1);
    assertThat(bins.count(9)).isEqualTo(2);
    assertThat(bins.notNumbers()).isEqualTo(1);
    assertThat(bins.share(9)).isEqualTo(0.4);
  }

  @Test
  void theNumberOfBinsIsBounded() {
    assertThatThrownBy(() -> Bins.count(new double[0], 0)).hasMessageContaining("bins 0");
    assertThatThrownBy(() -> Bins.count(new double[0], Integer.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
