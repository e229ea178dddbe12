package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;

/** Paints any plot. */
final class PlotPainter {

  private PlotPainter() {}

  /**
   * The height of a figure of a plot that is to be so high: more where its caption needs more than
   * a quarter of that.
   *
   * @param scratch measures words; nothing is painted on it
   */
  static int figureHeight(Plot plot, Surface scratch, int width, int height) {
    Sheet sheet = new Sheet(scratch, PlotTheme.LIGHT, width, height, Medium.FIGURE);
    return height + (int) Math.ceil(Page.missing(sheet, foot(plot, Medium.FIGURE)));
  }

  static Painted paint(Plot plot, Sheet sheet) {
    return paint(plot, sheet, legend(plot));
  }

  /** As there, with a legend in place of the plot's own. */
  static Painted paint(Plot plot, Sheet sheet, List<LegendEntry> legend) {
    Box rest = Page.paint(sheet, plot.title(), legend, foot(plot, sheet.medium()));
    if (plot.isEmpty()) {
      Page.empty(sheet, rest, plot.text().emptyText());
      return Painted.still(rest);
    }
    // An instanceof chain, since Java 17 has no switch over types.
    if (plot instanceof LinePlot line) {
      return LinePainter.paint(line, sheet, rest);
    }
    if (plot instanceof BarPlot bars) {
      return BarPainter.paint(bars, sheet, rest);
    }
    if (plot instanceof HistogramPlot histogram) {
      return HistogramPainter.paint(histogram, sheet, rest);
    }
    if (plot instanceof HeatMapPlot map) {
      return HeatMapPainter.paint(map, sheet, rest);
    }
    return ImagePainter.paint((ImagePlot) plot, sheet, rest);
  }

  /** What stands for what; none for a plot without data. */
  static List<LegendEntry> legend(Plot plot) {
    if (plot.isEmpty()) {
      return List.of();
    }
    if (plot instanceof LinePlot line) {
      return LinePainter.legend(line);
    }
    if (plot instanceof BarPlot bars) {
      return BarPainter.legend(bars);
    }
    if (plot instanceof HistogramPlot histogram) {
      return HistogramPainter.legend(histogram);
    }
    if (plot instanceof HeatMapPlot map) {
      return HeatMapPainter.legend(map);
    }
    return List.of();
  }

  private static List<Page.Paragraph> foot(Plot plot, Medium medium) {
    List<String> texts = new ArrayList<>();
    if (plot instanceof HistogramPlot histogram) {
      texts.add(histogram.note());
    }
    if (plot instanceof ImagePlot image) {
      texts.add(image.note());
      texts.add(image.pixels().scaleText());
    }
    if (medium == Medium.FIGURE) {
      texts.add(plot.caption());
    }
    return texts.stream().map(text -> new Page.Paragraph(text, false)).toList();
  }
}
