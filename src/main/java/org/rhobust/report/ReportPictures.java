package org.rhobust.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.rhobust.data.ImageSet;
import org.rhobust.plot.Plot;
import org.rhobust.plot.PlotExport;
import org.rhobust.plot.PlotTheme;
import org.rhobust.plot.PngBytes;

/**
 * The report's pictures. They are pictures of their own inside the page, so that nothing in them
 * can act on it.
 */
final class ReportPictures {

  private static final int WIDTH = 470;
  private static final int HEIGHT = 300;
  private static final List<String> KINDS = List.of("original", "attacked", "perturbation");

  private final Html html;

  ReportPictures(Html html) {
    this.html = html;
  }

  void plots(List<EvaluationFigure> figures) {
    html.begin("div", "class", "plots");
    for (EvaluationFigure figure : figures) {
      html.begin("figure");
      plot(figure);
      html.end();
    }
    html.end();
  }

  /** Each as the original, the attacked image and the magnified perturbation. */
  void worst(ImageSet images, List<WorstImage> worst) {
    html.begin("div", "class", "worst");
    for (WorstImage image : worst) {
      html.begin("figure").begin("div", "class", "three");
      List<int[]> pictures = image.pictures();
      for (int i = 0; i < pictures.size(); i++) {
        byte[] png = PngBytes.of(pictures.get(i), images.width(), images.height());
        picture("image/png", png, KINDS.get(i) + " of image " + image.index());
      }
      html.end().begin("figcaption");
      html.element("b", image.label() + " → " + image.prediction());
      html.text(", confidence " + Shown.confidence(image.best().confidence()) + ", ");
      html.element(
          "span",
          image.accepted() ? "passes" : "rejected",
          "class",
          image.accepted() ? "passes" : "rejected");
      html.text(
          "; image %d%s".formatted(image.index(), image.wrongBefore() ? ", wrong before" : ""));
      html.end().end();
    }
    html.end();
  }

  private void plot(EvaluationFigure figure) {
    Plot plot = figure.plot();
    if (plot.isEmpty()) {
      html.element("h3", plot.title())
          .element("p", plot.text().emptyText() + ".", "class", "muted");
      return;
    }
    String svg = PlotExport.svgText(plot, PlotTheme.LIGHT, WIDTH, HEIGHT);
    picture("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8), plot.accessibleText());
    html.element("figcaption", figure.caption());
  }

  private void picture(String type, byte[] bytes, String text) {
    String data = Base64.getEncoder().encodeToString(bytes);
    html.single("img", "src", "data:" + type + ";base64," + data, "alt", text);
  }
}
