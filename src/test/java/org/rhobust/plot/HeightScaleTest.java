package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HeightScaleTest {

  private static final Domain DRAWN = new Domain(-2.1, 3.1, false);

  @Test
  void anEmptyBinIsNothingAndOneExampleIsSeen() {
    HeightScale counts = new HeightScale(true, false, 1);

    assertThat(counts.drawn(0)).isZero();
    assertThat(counts.drawn(1)).isEqualTo(Math.log10(2));
    assertThat(counts.drawn(999)).isCloseTo(3, Offset.offset(1e-12));
    assertThat(counts.drawn(-99)).isCloseTo(-2, Offset.offset(1e-12));
  }

  @Test
  void ticksStandWhereTheirCountsAreDrawn() {
    HeightScale counts = new HeightScale(true, false, 1);
    List<Tick> ticks = counts.ticks(DRAWN, 20);

    assertThat(ticks)
        .extracting(Tick::label)
        .containsExactly("100", "10", "1", "0", "1", "10", "100", "1000");
    for (Tick tick : ticks) {
      double count = Double.parseDouble(tick.label());
      assertThat(Math.abs(tick.value())).isEqualTo(counts.drawn(count));
    }
  }

  @Test
  void fewTicksKeepTheHighest() {
    List<Tick> ticks = new HeightScale(true, false, 1).ticks(new Domain(0, 3.1, false), 3);

    assertThat(ticks).extracting(Tick::label).containsExactly("0", "10", "1000");
  }

  @Test
  void sharesReachDownToOneExample() {
    double[] values = new double[1000];
    Arrays.fill(values, 0.9);
    values[0] = 0.1;
    HistogramPlot plot =
        HistogramPlot.builder("", 10)
            .group("", ColorRole.CLEAN, values)
            .shares(true)
            .log(true)
            .build();
    HeightScale shares = HeightScale.of(plot);

    assertThat(shares.drawn(0.001)).isCloseTo(Math.log10(2), Offset.offset(1e-9));
    assertThat(shares.ticks(new Domain(0, shares.drawn(1), false), 8))
        .extracting(Tick::label)
        .containsExactly("0", "0.001", "0.01", "0.1", "1");
    assertThat(shares.label()).contains("share").contains("log");
  }

  @Test
  void withoutLogarithmHeightsAreThemselves() {
    HeightScale counts = new HeightScale(false, false, 1);

    assertThat(counts.drawn(7)).isEqualTo(7);
    assertThat(counts.ticks(new Domain(-4, 4, false), 20))
        .extracting(Tick::label)
        .containsExactly("4", "3", "2", "1", "0", "1", "2", "3", "4");
  }
}
