package org.rhobust.plot;

/**
 * A plot's data as comma-separated values: UTF-8, LF, full precision (the shortest digits that give
 * the same number back), {@code NaN} and {@code Infinity} spelled out.
 */
final class PlotCsv {

  private final StringBuilder out = new StringBuilder();

  /** Begins each row; empty for a plot that stands alone. */
  private String prefix = "";

  private PlotCsv() {}

  static String of(Plot plot) {
    PlotCsv csv = new PlotCsv();
    csv.add(plot);
    return csv.out.toString();
  }

  static String of(Figure figure) {
    PlotCsv csv = new PlotCsv();
    csv.prefix = "panel,";
    for (Plot panel : figure.panels()) {
      csv.add(panel);
    }
    return csv.out.toString();
  }

  private void add(Plot plot) {
    header(plot);
    if (!prefix.isEmpty()) {
      prefix = quote(plot.title()) + ",";
    }
    if (plot instanceof LinePlot line) {
      lines(line);
    } else if (plot instanceof BarPlot bars) {
      bars(bars);
    } else if (plot instanceof HistogramPlot histogram) {
      histogram(histogram);
    } else if (plot instanceof HeatMapPlot map) {
      heatMap(map);
    } else {
      image(((ImagePlot) plot).pixels());
    }
  }

  /** Panels of a figure are of one kind and share the first one's header. */
  private void header(Plot plot) {
    if (out.length() > 0) {
      return;
    }
    if (plot instanceof LinePlot) {
      row("kind", "name", "x", "y");
    } else if (plot instanceof BarPlot) {
      row("category", "value", "before");
    } else if (plot instanceof HistogramPlot) {
      row("group", "from", "to", "count", "share");
    } else if (plot instanceof HeatMapPlot map) {
      row("part", "name", "x", "y", "value", map.kindLabel().isEmpty() ? "kind" : map.kindLabel());
    } else {
      row("channel", "row", "column", "value");
    }
  }

  private void row(Object... cells) {
    out.append(prefix);
    for (int i = 0; i < cells.length; i++) {
      out.append(i == 0 ? "" : ",").append(quote(String.valueOf(cells[i])));
    }
    out.append('\n');
  }

  private static String quote(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private void lines(LinePlot plot) {
    for (Series series : plot.series()) {
      column("line", series.name(), series.xs(), series.ys());
      if (series.raw().size() > 0) {
        column("raw", series.name(), series.xs(), series.raw());
      }
    }
    for (Band band : plot.bands()) {
      column("lower", band.name(), band.xs(), band.lower());
      column("upper", band.name(), band.xs(), band.upper());
    }
    for (Points points : plot.points()) {
      column("point", points.name(), points.xs(), points.ys());
    }
    for (Rug rug : plot.rugs()) {
      for (double value : rug.xs().toArray()) {
        row("rug", rug.name(), value, "");
      }
    }
    for (Interval interval : plot.intervals()) {
      row("interval_from", interval.label(), interval.from(), "");
      row("interval_to", interval.label(), interval.to(), "");
    }
    for (Marker marker : plot.markers()) {
      Object x = marker.vertical() ? marker.value() : "";
      Object y = marker.vertical() ? "" : marker.value();
      row("marker", marker.label(), x, y);
    }
  }

  private void column(String kind, String name, Values xs, Values ys) {
    for (int i = 0; i < xs.size(); i++) {
      row(kind, name, xs.get(i), ys.get(i));
    }
  }

  private void bars(BarPlot plot) {
    for (BarPlot.Bar bar : plot.bars()) {
      row(bar.category(), bar.value(), Double.isNaN(bar.ghost()) ? "" : bar.ghost());
    }
  }

  private void histogram(HistogramPlot plot) {
    for (HistogramPlot.Group group : plot.groups()) {
      Bins bins = group.bins();
      for (int bin = 0; bin < bins.size(); bin++) {
        row(group.name(), bins.edge(bin), bins.edge(bin + 1), bins.count(bin), bins.share(bin));
      }
      if (bins.notNumbers() > 0) {
        row(group.name(), Double.NaN, Double.NaN, bins.notNumbers(), "");
      }
    }
  }

  private void heatMap(HeatMapPlot plot) {
    for (int row = 0; row < plot.ys().size(); row++) {
      for (int column = 0; column < plot.xs().size(); column++) {
        HeatMapPlot.Cell cell = plot.cell(column, row);
        String kind = plot.kinds().get(cell.kind());
        row("cell", "", plot.xs().get(column), plot.ys().get(row), cell.value(), kind);
      }
    }
    for (Series curve : plot.curves()) {
      for (int i = 0; i < curve.xs().size(); i++) {
        row("line", curve.name(), curve.xs().get(i), curve.ys().get(i), "", "");
      }
    }
    for (Points points : plot.points()) {
      for (int i = 0; i < points.xs().size(); i++) {
        row("point", points.name(), points.xs().get(i), points.ys().get(i), "", "");
      }
    }
  }

  private void image(Pixels pixels) {
    for (int channel = 0; channel < pixels.channels(); channel++) {
      for (int y = 0; y < pixels.height(); y++) {
        for (int x = 0; x < pixels.width(); x++) {
          row(channel, y, x, pixels.get(channel, y, x));
        }
      }
    }
  }
}
