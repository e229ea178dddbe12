package org.rhobust.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTest {

  @TempDir Path directory;

  @Test
  void theCaptionAndTheCommonLegendStandOnce() {
    String svg = svg(figure(curve("left", "a"), curve("right", "a")));

    assertThat(svg).containsOnlyOnce(">What it shows.</text>").containsOnlyOnce(">seed 0</text>");
    assertThat(svg).containsOnlyOnce(">a</text>").contains(">left</text>", ">right</text>");
    assertThat(svg).doesNotContain("panel caption");
  }

  @Test
  void panelsWithLegendsOfTheirOwnKeepThem() {
    String svg = svg(figure(curve("left", "a"), curve("right", "b")));

    assertThat(svg).containsOnlyOnce(">a</text>").containsOnlyOnce(">b</text>");
  }

  @Test
  void panelsAreOfEqualSize() {
    assertThat(svg(figure(curve("left", "a"), curve("right", "a"))))
        .containsPattern("translate\\(0 [0-9.]+\\)")
        .containsPattern("translate\\(406 [0-9.]+\\)");
  }

  @Test
  void theTableNamesThePanelOfEachRow() throws Exception {
    Path file = directory.resolve("figure.csv");

    PlotExport.csv(figure(curve("left, first", "a"), curve("right", "a")), file);

    assertThat(Files.readAllLines(file))
        .startsWith("panel,kind,name,x,y", "\"left, first\",line,a,0.0,1.0")
        .contains("right,line,a,0.0,1.0")
        .filteredOn(line -> line.startsWith("panel"))
        .hasSize(1);
  }

  @Test
  void thePictureHoldsEveryPanel() throws Exception {
    Path file = directory.resolve("figure.png");

    PlotExport.png(
        figure(curve("left", "a"), curve("right", "a")), PlotTheme.LIGHT, 394, 220, 1, file);

    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(800);
    assertThat(image.getHeight()).isGreaterThan(220);
    int blue = PlotTheme.LIGHT.color(ColorRole.TRUE_CLASS).argb();
    assertThat(has(image, blue, 40, 400)).isTrue();
    assertThat(has(image, blue, 440, 800)).isTrue();
  }

  @Test
  void aLongCaptionIsNotCut() {
    String words = "word ".repeat(300) + "end";
    Figure figure = new Figure("Title", List.of(curve("left", "a")), words, "seed 0");

    String svg = PlotExport.svgText(figure, PlotTheme.LIGHT, 394, 220);

    assertThat(svg).doesNotContain("…").containsOnlyOnce("end</text>").contains(">seed 0</text>");
  }

  @Test
  void panelsOfSeveralKindsAreRefused() {
    assertThatThrownBy(() -> figure(SamplePlots.line(), SamplePlots.bars()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one kind");
    assertThatThrownBy(() -> new Figure("", List.of(), "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void histogramsCanShareTheirHeight() {
    HistogramPlot.Builder low =
        HistogramPlot.builder("low", 2).group("a", ColorRole.ATTACKED, new double[] {0.1});

    assertThat(svg(figure(low.build()))).doesNotContain(">100</text>");
    assertThat(svg(figure(low.reach(100).build()))).containsOnlyOnce(">100</text>");

    low.group("b", ColorRole.CLEAN, new double[] {0.1}).mirrored(true);
    assertThat(svg(figure(low.build())).split(">100</text>")).hasSize(3);
  }

  private static boolean has(BufferedImage image, int argb, int fromX, int toX) {
    for (int x = fromX; x < toX; x++) {
      for (int y = 60; y < 220; y++) {
        if (image.getRGB(x, y) == argb) {
          return true;
        }
      }
    }
    return false;
  }

  private static String svg(Figure figure) {
    return PlotExport.svgText(figure, PlotTheme.LIGHT, 394, 220);
  }

  private static Figure figure(Plot... panels) {
    return new Figure("Title", List.of(panels), "What it shows.", "seed 0");
  }

  private static LinePlot curve(String title, String name) {
    double[] xs = {0, 1};
    return LinePlot.builder(title)
        .series(Series.of(name, ColorRole.TRUE_CLASS, xs, new double[] {1, 0}))
        .series(Series.of("other", ColorRole.OTHER, xs, new double[] {0, 1}))
        .caption("panel caption")
        .build();
  }
}
