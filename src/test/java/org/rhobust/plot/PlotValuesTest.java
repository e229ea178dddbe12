package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlotValuesTest {

  @Test
  void aPlotDoesNotFollowTheArrayItWasMadeFrom() {
    double[] ys = {1, 2, 3};
    Series series = Series.of("a", ColorRole.CLEAN, new double[] {1, 2, 3}, ys, 2);
    ys[0] = 9;

    assertThat(series.ys().toArray()).containsExactly(1, 2);
  }

  @Test
  void columnsMustFit() {
    assertThatThrownBy(() -> Series.of("a", ColorRole.CLEAN, new double[2], new double[3]))
        .hasMessageContaining("\"a\"");
    assertThatThrownBy(() -> Series.of("a", ColorRole.CLEAN, new double[2], new double[3], 3))
        .hasMessageContaining("3 of 2");
    assertThatThrownBy(() -> ImagePlot.builder("x").picture(new float[5], 1, 2, 2))
        .hasMessageContaining("[1, 2, 2]");
    assertThatThrownBy(() -> ImagePlot.builder("x").picture(new float[0], 1, 1 << 16, 1 << 16))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyPlotHasASentenceForScreenReaders() {
    assertThat(SamplePlots.bars().accessibleText()).isEqualTo("Classes: 3 bars, highest 2 at 1.");
    assertThat(SamplePlots.histogram(false).accessibleText())
        .contains("4 clean values", "τ = 0.97");
    assertThat(SamplePlots.perturbation().accessibleText()).contains("2 by 2", "±0.3");
    assertThat(LinePlot.builder("Loss").emptyText("Nothing yet").build().accessibleText())
        .isEqualTo("Loss: Nothing yet");
    assertThat(LinePlot.builder("Loss").accessibleText("Mine").build().accessibleText())
        .isEqualTo("Mine");
  }

  @Test
  void aPerturbationIsShownOnItsSymmetricScale() {
    int[] argb = SamplePlots.perturbation().pixels().argb(PlotTheme.LIGHT);

    assertThat(argb[0]).isEqualTo(PlotTheme.LIGHT.diverging(-1).argb());
    assertThat(argb[1]).isEqualTo(PlotTheme.LIGHT.diverging(0).argb());
    assertThat(argb[3]).isEqualTo(PlotTheme.LIGHT.diverging(1).argb());
  }
}
