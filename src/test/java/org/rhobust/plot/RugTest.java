package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RugTest {

  private static final Scale X = new Scale(new Domain(0, 1, false), 0, 100);

  @Test
  void tellsHowManyValuesLieUnderThePointer() {
    Rug rug = Rug.of("batch", ColorRole.ATTACKED, new double[] {0.5, 0.5, 1, Double.NaN, 7});
    RugBins bins = new RugBins(rug, X);

    assertThat(bins.at(50.5)).isEqualTo("batch  2 of 5 here");
    assertThat(bins.at(100)).as("the end is within").isEqualTo("batch  1 of 5 here");
    assertThat(bins.at(20)).isEqualTo("batch  0 of 5 here");
  }

  @Test
  void isPaintedNamedAndExported() {
    LinePlot plot =
        LinePlot.builder("λ")
            .x(Axis.linear("‖δ‖").range(0, 1))
            .series(Series.of("λ", ColorRole.CLEAN, new double[] {0, 1}, new double[] {1, 0}))
            .rug(Rug.of("last batch", ColorRole.ATTACKED, new double[] {0.3, 0.3, 0.9}))
            .build();
    String svg = PlotExport.svgText(plot, PlotTheme.LIGHT, 400, 300);
    String color = PlotTheme.LIGHT.color(ColorRole.ATTACKED).hex();

    assertThat(svg).contains(">last batch</text>");
    assertThat(svg.split("<rect[^>]*" + color)).as("two bins and the legend").hasSize(4);
    assertThat(PlotCsv.of(plot)).contains("rug,last batch,0.9,");
  }
}
