package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadoutTest {

  private static final Scale X = new Scale(new Domain(0, 10, false), 40, 290);
  private static final Scale Y = new Scale(new Domain(0, 1, false), 160, 10);

  private static LinePlot sixCurves(String name) {
    LinePlot.Builder plot = LinePlot.builder("").x(Axis.linear("step"));
    double[] xs = IntStream.rangeClosed(0, 10).asDoubleStream().toArray();
    for (int i = 0; i < 6; i++) {
      double height = 0.1 * i;
      double[] ys = IntStream.rangeClosed(0, 10).mapToDouble(x -> height).toArray();
      plot.series(Series.of(name + " " + i, ColorRole.series(i), xs, ys));
    }
    return plot.build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "20261122-171234-confidence-calibrated-rho-12-seed-0, clean loss"})
  void theValuesOfSixCurvesStayWithinThePlot(String name) {
    Readout readout = LineHover.at(sixCurves(name), X, Y, 280).orElseThrow();
    SvgSurface surface = new SvgSurface(300, 200);
    ReadoutPainter.paint(
        new Sheet(surface, PlotTheme.LIGHT, 300, 200, Medium.SCREEN),
        new Box(40, 10, 250, 150),
        readout,
        190);
    String svg = surface.document("", "");

    assertThat(readout.rows()).hasSize(6);
    assertThat(svg.split("</text>")).as("a heading and six rows").hasSize(8);
    List<Double> edges = edges(svg);
    assertThat(edges.get(0)).isNotNegative();
    assertThat(edges.get(1)).isNotNegative();
    assertThat(edges.get(0) + edges.get(2)).isLessThanOrEqualTo(300);
    assertThat(edges.get(1) + edges.get(3)).isLessThanOrEqualTo(200);
    assertThat(svg.contains("…")).isEqualTo(name.length() > 10);
  }

  /** x, y, width and height of the box behind the words. */
  private static List<Double> edges(String svg) {
    Matcher box =
        Pattern.compile(
                "<rect x=\"(.*?)\" y=\"(.*?)\" width=\"(.*?)\" height=\"(.*?)\" fill=\"none")
            .matcher(svg);
    assertThat(box.find()).isTrue();
    return IntStream.rangeClosed(1, 4).mapToObj(i -> Double.valueOf(box.group(i))).toList();
  }
}
