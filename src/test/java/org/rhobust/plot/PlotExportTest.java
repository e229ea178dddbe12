package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PlotExportTest {

  @TempDir Path directory;

  static Stream<Plot> plots() {
    return SamplePlots.all().stream();
  }

  @ParameterizedTest
  @MethodSource("plots")
  void svgIsXmlAndTheSameEveryTime(Plot plot) throws Exception {
    for (PlotTheme theme : PlotTheme.values()) {
      for (int[] size : new int[][] {{1, 1}, {260, 160}, {1400, 700}}) {
        String svg = PlotExport.svgText(plot, theme, size[0], size[1]);
        Document document = parse(svg);
        assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("" + size[0]);
        assertThat(svg).isEqualTo(PlotExport.svgText(plot, theme, size[0], size[1]));
        assertThat(svg).doesNotContain("NaN", "Infinity");
      }
    }
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void countsAreWholeAndHaveNoSign() throws Exception {
    assertThat(words(SamplePlots.histogram(true)))
        .contains("0", "1", "2", "3")
        .noneMatch(word -> word.contains("−") || word.equals("1.5"));
  }

  @Test
  void svgSaysTitleCaptionAndLegend() throws Exception {
    assertThat(words(SamplePlots.line()))
        .contains("Loss <b> & \"more\"\uFFFD", "ρ = 12 & ε < 0.3", "a,b \"c\"", "‖δ‖ = 0.25");
  }

  private static List<String> words(Plot plot) throws Exception {
    return words(parse(PlotExport.svgText(plot, PlotTheme.LIGHT, 900, 500)));
  }

  private static List<String> words(Document svg) {
    NodeList nodes = svg.getElementsByTagName("text");
    List<String> words = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      words.add(nodes.item(i).getTextContent());
    }
    return words;
  }

  @Test
  void noTickLabelLeavesThePictureOrTouchesTheNext() throws Exception {
    LinePlot plot =
        LinePlot.builder("Long numbers")
            .x(Axis.linear("step").range(123_456.7, 123_456.9))
            .series(Series.of("a", ColorRole.CLEAN, new double[] {123_456.8}, new double[] {1}))
            .build();
    for (int width : new int[] {260, 480, 1400}) {
      SvgSurface surface = new SvgSurface(width, 300);
      Axes axes =
          new Axes(
              new Sheet(surface, PlotTheme.LIGHT, width, 300, Medium.SCREEN),
              new Box(10, 30, width - 20, 260),
              Axes.Side.of("step", LineDomains.of(plot).x()),
              Axes.Side.of("", LineDomains.of(plot).y()));
      double end = 0;
      assertThat(axes.xTicks()).isNotEmpty();
      for (Tick tick : axes.xTicks()) {
        double half = surface.textWidth(tick.label(), TextStyle.SMALL) / 2;
        double middle = axes.x().pixel(tick.value());
        assertThat(middle - half).isGreaterThan(end);
        end = middle + half;
      }
      assertThat(end).isLessThanOrEqualTo(width);
    }
  }

  @ParameterizedTest
  @MethodSource("plots")
  void pngHasTheSizeAskedFor(Plot plot) throws Exception {
    Path file = directory.resolve("plot.png");

    PlotExport.png(plot, PlotTheme.DARK, 260, 160, 1.5, file);

    var image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(390);
    assertThat(image.getHeight()).isEqualTo(240);
    assertThat(image.getRGB(0, 0)).isEqualTo(PlotTheme.DARK.background().argb());
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aSmallFigureGrowsForTheSettingsInItsCaption() throws Exception {
    String settings = "image 7, PGD of 40 steps, step size 0.005, ".repeat(6) + "seed 2026";
    LinePlot plot =
        LinePlot.builder("Small")
            .series(Series.of("a", ColorRole.CLEAN, new double[] {0, 1}, new double[] {0, 1}))
            .caption(settings)
            .build();
    Document svg = parse(PlotExport.svgText(plot, PlotTheme.LIGHT, 240, 160));
    Path file = directory.resolve("plot.png");
    PlotExport.png(plot, PlotTheme.LIGHT, 240, 160, 2, file);
    int high = ImageIO.read(file.toFile()).getHeight();

    assertThat(String.join(" ", words(svg))).contains(settings).doesNotContain("…");
    double svgHigh = Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
    assertThat(svgHigh).isBetween(200.0, 400.0);
    assertThat(high).isBetween(400, 800);
  }

  @Test
  void picturesKeepTheirPixels() throws Exception {
    Path file = directory.resolve("plot.png");
    float[] checks = {0, 1, 1, 0};

    PlotExport.png(
        ImagePlot.builder("").picture(checks, 1, 2, 2).build(), PlotTheme.LIGHT, 200, 200, 1, file);

    var image = ImageIO.read(file.toFile());
    assertThat(image.getRGB(50, 50)).isEqualTo(0xFF000000);
    assertThat(image.getRGB(150, 50)).isEqualTo(0xFFFFFFFF);
    assertThat(image.getRGB(50, 150)).isEqualTo(0xFFFFFFFF);
    assertThat(image.getRGB(150, 150)).isEqualTo(0xFF000000);
  }

  @Test
  void aFileIsReplacedWholeOrNotAtAll() throws Exception {
    Path file = Files.writeString(directory.resolve("plot.png"), "old");

    assertThatThrownBy(
            () -> PlotExport.png(SamplePlots.bars(), PlotTheme.LIGHT, 10_000, 10, 1, file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("width 10000");
    assertThat(file).hasContent("old");

    PlotExport.csv(SamplePlots.bars(), file);
    assertThat(file).content().startsWith("category,value,before\n0,0.25,0.5\n1,NaN,\n");
  }
}
