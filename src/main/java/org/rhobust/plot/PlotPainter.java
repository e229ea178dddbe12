package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;

/** Paints any plot. */
final class PlotPainter {

  private PlotPainter() {}

  static Painted paint(Plot plot, Sheet sheet) {
    Box rest = Page.paint(sheet, plot, plot.isEmpty() ? List.of() : legend(plot), notes(plot));
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
    return ImagePainter.paint((ImagePlot) plot, sheet, rest);
  }

  private static List<LegendEntry> legend(Plot plot) {
    if (plot instanceof LinePlot line) {
      return LinePainter.legend(line);
    }
    if (plot instanceof BarPlot bars) {
      return BarPainter.legend(bars);
    }
    if (plot instanceof HistogramPlot histogram) {
      return HistogramPainter.legend(histogram);
    }
    return List.of();
  }

  private static List<String> notes(Plot plot) {
    List<String> notes = new ArrayList<>();
    if (plot instanceof HistogramPlot histogram) {
      notes.add(histogram.note());
    }
    if (plot instanceof ImagePlot image) {
      notes.add(image.note());
      notes.add(image.pixels().scaleText());
    }
    return notes;
  }
}
