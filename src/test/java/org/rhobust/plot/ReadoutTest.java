package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadoutTest {

  private static final Scale X = new Scale(new Domain(0, 10, false), 40, 290);
  private static final Scale Y = new Scale(new Domain(0, 1, false), 160, 10);

  private static LinePlot sixCurves(String name) {
    return curves(name, 6);
  }

  private static LinePlot curves(String name, int count) {
    LinePlot.Builder plot = LinePlot.builder("").x(Axis.linear("step"));
    double[] xs = IntStream.rangeClosed(0, 10).asDoubleStream().toArray();
    for (int i = 0; i < count; i++) {
      double height = 0.6 * i / count;
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

  @Test
  void ofTwelveRunsOnASmallPlotThoseNearestToThePointerAreRead() {
    Readout readout = LineHover.at(curves("run", 12), X, Y, 280).orElseThrow();
    SvgSurface surface = new SvgSurface(300, 170);
    ReadoutPainter.paint(
        new Sheet(surface, PlotTheme.LIGHT, 300, 170, Medium.SCREEN),
        new Box(40, 10, 250, 150),
        readout,
        Y.pixel(0.55));
    String svg = surface.document("", "");

    assertThat(readout.rows()).hasSize(12);
    assertThat(svg)
        .contains(">run 11  0.55<", ">run 5  0.25<", ">+5 more<")
        .doesNotContain(">run 4 ");
    List<Double> edges = edges(svg);
    assertThat(edges.get(1)).isNotNegative();
    assertThat(edges.get(1) + edges.get(3)).isLessThanOrEqualTo(170);
  }

  @Test
  void aSparseCurveIsReadBetweenItsPointsAndNowhereElse() {
    LinePlot plot =
        LinePlot.builder("")
            .series(line("dense", new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, x -> 0.5))
            .series(line("sparse", new double[] {0, 4, 8}, x -> x / 10))
            .series(line("gap", new double[] {0, 4, 8}, x -> x == 4 ? Double.NaN : 1))
            .build();

    assertThat(texts(plot, 3)).containsExactly("dense  0.5", "sparse  0.3");
    assertThat(texts(plot, 8)).containsExactly("dense  0.5", "sparse  0.8", "gap  1");
    assertThat(texts(plot, 9)).as("beyond its end").containsExactly("dense  0.5");
  }

  @Test
  void onALogarithmicAxisACurveIsReadAsItIsDrawn() {
    Scale log = new Scale(new Domain(0.01, 1, true), 160, 10);
    LinePlot plot =
        LinePlot.builder("")
            .series(line("dense", new double[] {0, 5, 10}, x -> 1))
            .series(line("sparse", new double[] {0, 10}, x -> x == 0 ? 0.01 : 1))
            .build();

    Readout readout = LineHover.at(plot, X, log, X.pixel(5)).orElseThrow();

    assertThat(readout.rows()).extracting(Readout.Row::text).contains("sparse  0.1");
    assertThat(readout.rows().get(1).dotY().orElseThrow()).isCloseTo(85, within(1e-9));
  }

  private static Series line(String name, double[] xs, DoubleUnaryOperator height) {
    return Series.of(name, ColorRole.OTHER, xs, DoubleStream.of(xs).map(height).toArray());
  }

  private static List<String> texts(LinePlot plot, double x) {
    return LineHover.at(plot, X, Y, X.pixel(x)).orElseThrow().rows().stream()
        .map(Readout.Row::text)
        .toList();
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
