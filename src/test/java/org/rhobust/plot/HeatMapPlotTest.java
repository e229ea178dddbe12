package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapPlotTest {

  /** Class 0 on the left half and class 1 on the right. */
  private static HeatMapPlot map(int side) {
    double[] lines = new double[side];
    List<HeatMapPlot.Cell> cells = new ArrayList<>();
    for (int row = 0; row < side; row++) {
      lines[row] = row;
      for (int column = 0; column < side; column++) {
        cells.add(new HeatMapPlot.Cell((double) column / (side - 1), 2 * column < side ? 0 : 1));
      }
    }
    return HeatMapPlot.builder("Map")
        .labels("a", "b", "confidence")
        .grid(lines, lines, cells)
        .kinds("class", List.of("ant", "bee"))
        .curve(Series.of("path", ColorRole.ADVERSARIAL, new double[] {0, 1}, new double[] {0, 1}))
        .points(Points.filled("x", ColorRole.TRUE_CLASS, new double[] {0}, new double[] {0}))
        .build();
  }

  @Test
  void isATableOfCellsCurvesAndPoints() {
    List<String> lines = PlotCsv.of(map(2)).lines().toList();

    assertThat(lines)
        .startsWith(
            "part,name,x,y,value,class",
            "cell,,0.0,0.0,0.0,ant",
            "cell,,1.0,0.0,1.0,bee",
            "cell,,0.0,1.0,0.0,ant")
        .endsWith("line,path,0.0,0.0,,", "line,path,1.0,1.0,,", "point,x,0.0,0.0,,")
        .hasSize(8);
  }

  @Test
  void anSvgNamesTheKindsWhereTheyHaveRoom() {
    String svg = PlotExport.svgText(map(40), PlotTheme.LIGHT, 600, 500);

    assertThat(svg).contains("class ant", "class bee", "confidence", "<image", "path");
    assertThat(PlotExport.svgText(map(3), PlotTheme.LIGHT, 600, 500)).doesNotContain(">class ant<");
  }

  @Test
  void bothAxesHaveTheSameScale() {
    Sheet sheet = new Sheet(new SvgSurface(900, 400), PlotTheme.DARK, 900, 400, Medium.SCREEN);
    Painted painted = PlotPainter.paint(map(40), sheet);

    assertThat(painted.area().width())
        .isCloseTo(painted.area().height(), org.assertj.core.api.Assertions.within(3.0));
  }

  @Test
  void thePointerReadsTheCell() {
    Sheet sheet = new Sheet(new SvgSurface(500, 400), PlotTheme.DARK, 500, 400, Medium.SCREEN);
    Painted painted = PlotPainter.paint(map(40), sheet);
    Box area = painted.area();

    Readout readout = painted.hover().at(area.right() - 1, area.bottom() - 1).orElseThrow();

    assertThat(readout.heading()).isEqualTo("(39, 0)");
    assertThat(readout.rows()).extracting(Readout.Row::text).contains("class bee", "confidence  1");
  }

  @Test
  void aNameKeepsOffTheMarks() {
    HeatMapPlot plain = map(41);
    HeatMapRegions.Region free = HeatMapRegions.of(plain).get(0);
    HeatMapPlot marked =
        new HeatMapPlot(
            plain.text(),
            "a",
            "b",
            "confidence",
            plain.xs(),
            plain.ys(),
            plain.cells(),
            "class",
            plain.kinds(),
            List.of(),
            List.of(
                Points.filled(
                    "x",
                    ColorRole.TRUE_CLASS,
                    new double[] {free.column()},
                    new double[] {free.row()})));

    HeatMapRegions.Region moved = HeatMapRegions.of(marked).get(0);
    assertThat(Math.abs(moved.row() - free.row()) + Math.abs(moved.column() - free.column()))
        .isGreaterThan(2);
  }

  @Test
  void refusesCellsThatDoNotFillTheGrid() {
    HeatMapPlot.Builder builder =
        HeatMapPlot.builder("Map")
            .grid(new double[] {0, 1}, new double[] {0, 1}, List.of(new HeatMapPlot.Cell(0, 0)));
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 columns and 2 rows cannot have 1 cells");
  }

  @Test
  void theColoursGetLighterFromEndToEnd() {
    assertThat(Viridis.of(0)).isEqualTo(Rgb.of(0x440154));
    assertThat(Viridis.of(1)).isEqualTo(Rgb.of(0xFDE725));
    Rgb black = Rgb.of(0);
    for (int i = 1; i <= 50; i++) {
      assertThat(Viridis.of(i / 50.0).contrast(black))
          .isGreaterThan(Viridis.of((i - 1) / 50.0).contrast(black));
    }
  }
}
