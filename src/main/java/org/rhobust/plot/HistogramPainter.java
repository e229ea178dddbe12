package org.rhobust.plot;

import java.util.List;
import java.util.Optional;

/** Paints histograms. */
final class HistogramPainter {

  /** Logarithmic axes do not end on a tick, so the highest bar needs air above it. */
  private static final double LOG_HEADROOM = 1.05;

  private final HistogramPlot plot;
  private final Sheet sheet;
  private final HeightScale heights;

  private HistogramPainter(HistogramPlot plot, Sheet sheet) {
    this.plot = plot;
    this.sheet = sheet;
    heights = HeightScale.of(plot);
  }

  static Painted paint(HistogramPlot plot, Sheet sheet, Box rest) {
    return new HistogramPainter(plot, sheet).paint(rest);
  }

  static List<LegendEntry> legend(HistogramPlot plot) {
    // A single histogram is named by the title and the axis.
    return plot.groups().size() < 2
        ? List.of()
        : plot.groups().stream()
            .map(g -> new LegendEntry(g.name(), g.role(), LegendEntry.Symbol.AREA))
            .toList();
  }

  private Painted paint(Box rest) {
    Extent extent = new Extent(false);
    extent.add(0);
    extent.add(heights.drawn(plot.reach()));
    double room = plot.log() ? LOG_HEADROOM : 1;
    if (plot.mirrored()) {
      extent.add(heights.drawn(-plot.reach()));
    }
    for (int g = 0; g < plot.groups().size(); g++) {
      HistogramPlot.Group group = plot.groups().get(g);
      for (int bin = 0; bin < group.bins().size(); bin++) {
        extent.add(room * heights.drawn(sign(g) * plot.height(group, bin)));
      }
    }
    // Logarithmic heights end where the data do: nice ends belong to linear ticks.
    Domain domain = Domain.of(Axis.linear(""), extent, !plot.log());
    Axes axes =
        new Axes(
            sheet,
            rest,
            Axes.Side.of(plot.xLabel(), new Domain(0, 1, false)),
            new Axes.Side(heights.label(), domain, most -> heights.ticks(domain, most), true));
    plot.shaded().ifPresent(range -> shade(range, axes));
    axes.paintGrid();
    for (int g = 0; g < plot.groups().size(); g++) {
      group(plot.groups().get(g), sign(g), axes);
    }
    if (plot.mirrored()) {
      double zero = Scale.crisp(axes.y().pixel(0));
      Surface.Stroke stroke = Surface.Stroke.solid(sheet.theme().axis(), 1);
      sheet.surface().line(axes.area().x(), zero, axes.area().right(), zero, stroke);
    }
    axes.paintLabels();
    MarkerPainter.paint(
        sheet,
        axes,
        plot.threshold().stream().toList(),
        plot.shaded().stream().toList(),
        List.of());
    return new Painted(
        axes.area(), Optional.of(axes.x()), (px, py) -> Optional.of(hover(axes, px)));
  }

  private int sign(int group) {
    return plot.mirrored() && group == 1 ? -1 : 1;
  }

  private void shade(Interval range, Axes axes) {
    double left = axes.x().pixel(range.from());
    double right = axes.x().pixel(range.to());
    Box box = new Box(left, axes.area().y(), right - left, axes.area().height());
    sheet.surface().rectangle(box, LinePainter.shade(range, sheet.theme()));
  }

  /** Neighbouring bars share an outline; an empty bin has none, so that it does not look filled. */
  private void group(HistogramPlot.Group group, int sign, Axes axes) {
    int count = group.bins().size();
    int from = 0;
    while (from < count) {
      int to = from;
      while (to < count && group.bins().count(to) > 0) {
        to++;
      }
      if (to > from) {
        bars(group, sign, axes, from, to);
      }
      from = to + 1;
    }
  }

  private void bars(HistogramPlot.Group group, int sign, Axes axes, int from, int to) {
    Bins bins = group.bins();
    Rgb color = sheet.theme().color(group.role());
    boolean overlaid = !plot.mirrored() && plot.groups().size() > 1;
    double zero = axes.y().pixel(0);
    int corners = 2 * (to - from) + 2;
    double[] xs = new double[corners];
    double[] ys = new double[corners];
    xs[0] = axes.x().pixel(bins.edge(from));
    ys[0] = zero;
    xs[corners - 1] = axes.x().pixel(bins.edge(to));
    ys[corners - 1] = zero;
    for (int bin = from; bin < to; bin++) {
      int corner = 2 * (bin - from) + 1;
      double py = axes.y().pixel(heights.drawn(sign * plot.height(group, bin)));
      xs[corner] = axes.x().pixel(bins.edge(bin));
      xs[corner + 1] = axes.x().pixel(bins.edge(bin + 1));
      ys[corner] = py;
      ys[corner + 1] = py;
    }
    sheet.surface().polygon(xs, ys, color.withAlpha(overlaid ? 0.35 : 0.6));
    sheet.surface().polyline(xs, ys, Surface.Stroke.solid(color, 1.5));
  }

  private Readout hover(Axes axes, double px) {
    int count = plot.groups().get(0).bins().size();
    int bin = (int) Math.max(0, Math.min(count - 1, Math.floor(axes.x().value(px) * count)));
    Bins first = plot.groups().get(0).bins();
    List<Readout.Row> rows =
        plot.groups().stream()
            .map(g -> new Readout.Row(g.role(), words(g, bin), Optional.empty()))
            .toList();
    String range = Numbers.brief(first.edge(bin)) + " to " + Numbers.brief(first.edge(bin + 1));
    double middle = axes.x().pixel((first.edge(bin) + first.edge(bin + 1)) / 2);
    return new Readout(middle, false, range, rows);
  }

  private static String words(HistogramPlot.Group group, int bin) {
    Bins bins = group.bins();
    String percent = Numbers.brief(100 * bins.share(bin)) + " %";
    return group.name() + "  " + bins.count(bin) + " (" + percent + ")";
  }
}
