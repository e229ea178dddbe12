package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paints line plots. */
final class LinePainter {

  private static final double FAINT = 0.28;
  private static final double OBSTACLE = 4;

  private final LinePlot plot;
  private final Sheet sheet;
  private final Surface surface;
  private final PlotTheme theme;

  private LinePainter(LinePlot plot, Sheet sheet) {
    this.plot = plot;
    this.sheet = sheet;
    this.surface = sheet.surface();
    this.theme = sheet.theme();
  }

  static Painted paint(LinePlot plot, Sheet sheet, Box rest) {
    return new LinePainter(plot, sheet).paint(rest);
  }

  static List<LegendEntry> legend(LinePlot plot) {
    List<LegendEntry> entries = new ArrayList<>();
    plot.series().forEach(s -> entries.add(new LegendEntry(s.name(), s.role(), symbol(s))));
    // A band around a curve of its name and colour needs no entry of its own.
    plot.bands().stream()
        .filter(b -> plot.series().stream().noneMatch(s -> s.name().equals(b.name())))
        .forEach(b -> entries.add(new LegendEntry(b.name(), b.role(), LegendEntry.Symbol.BAND)));
    for (Points points : plot.points()) {
      LegendEntry.Symbol symbol =
          points.filled() ? LegendEntry.Symbol.DOT : LegendEntry.Symbol.RING;
      entries.add(new LegendEntry(points.name(), points.role(), symbol));
    }
    plot.rugs()
        .forEach(r -> entries.add(new LegendEntry(r.name(), r.role(), LegendEntry.Symbol.AREA)));
    entries.removeIf(e -> e.name().isEmpty());
    // A single curve is named by the title and the axis.
    return entries.size() > 1 ? entries : List.of();
  }

  private static LegendEntry.Symbol symbol(Series series) {
    return series.dashed() ? LegendEntry.Symbol.DASHES : LegendEntry.Symbol.LINE;
  }

  private Painted paint(Box rest) {
    LineDomains domains = LineDomains.of(plot);
    Axes axes =
        new Axes(
            sheet,
            rest,
            Axes.Side.of(plot.x().label(), domains.x()),
            Axes.Side.of(plot.y().label(), domains.y()));
    Box area = axes.area();
    surface.clipped(area, () -> plot.intervals().forEach(i -> interval(i, axes)));
    axes.paintGrid();
    List<RugBins> rugs = plot.rugs().stream().map(r -> new RugBins(r, axes.x())).toList();
    for (int i = 0; i < rugs.size(); i++) {
      rugs.get(i).paint(surface, area, theme.color(plot.rugs().get(i).role()));
    }
    // Half a pen's width more, so that a curve along the edge keeps its thickness.
    Box data = new Box(area.x() - 1, area.y() - 1, area.width() + 2, area.height() + 2);
    surface.clipped(
        data,
        () -> {
          plot.bands().forEach(b -> band(b, axes));
          plot.series().forEach(s -> curve(s, s.raw(), axes, FAINT, 1));
          plot.series().forEach(s -> curve(s, s.ys(), axes, 1, 2));
        });
    axes.paintLabels();
    Box dots = new Box(area.x() - 5, area.y() - 5, area.width() + 10, area.height() + 10);
    surface.clipped(dots, () -> plot.points().forEach(p -> dots(p, axes)));
    MarkerPainter.paint(sheet, axes, plot.markers(), plot.intervals(), obstacles(axes));
    return new Painted(
        area,
        Optional.of(axes.x()),
        Optional.of(axes.y()),
        (px, py) -> LineHover.at(plot, axes.x(), axes.y(), px));
  }

  private static double intervalLeft(Interval interval, Axes axes) {
    double left = axes.x().pixel(interval.from());
    return Double.isNaN(left) ? axes.area().x() : Math.max(axes.area().x(), left);
  }

  private void interval(Interval interval, Axes axes) {
    double left = intervalLeft(interval, axes);
    double right = axes.x().pixel(interval.to());
    if (right > left) {
      Box box = new Box(left, axes.area().y(), right - left, axes.area().height());
      surface.rectangle(box, shade(interval, theme));
    }
  }

  static Rgb shade(Interval interval, PlotTheme theme) {
    return theme.background().mix(theme.color(interval.role()), 0.12);
  }

  /** Where curves lie, so that labels keep off them; on the screen they would jump about. */
  private List<Box> obstacles(Axes axes) {
    List<Box> boxes = new ArrayList<>();
    if (sheet.medium() == Medium.SCREEN) {
      return boxes;
    }
    for (Series series : plot.series()) {
      for (Reduction.Polyline line : Reduction.of(series.xs(), series.ys(), axes.x(), axes.y())) {
        for (int i = 1; i < line.xs().length; i++) {
          along(line.xs()[i - 1], line.ys()[i - 1], line.xs()[i], line.ys()[i], boxes);
        }
      }
    }
    return boxes;
  }

  private static void along(double x1, double y1, double x2, double y2, List<Box> boxes) {
    int pieces = (int) Math.ceil(Math.max(1, Math.hypot(x2 - x1, y2 - y1) / OBSTACLE));
    for (int i = 0; i <= pieces; i++) {
      double x = x1 + (x2 - x1) * i / pieces;
      double y = y1 + (y2 - y1) * i / pieces;
      boxes.add(new Box(x - OBSTACLE / 2, y - OBSTACLE / 2, OBSTACLE, OBSTACLE));
    }
  }

  private void curve(Series series, Values ys, Axes axes, double opacity, double width) {
    if (ys.size() == 0) {
      return;
    }
    Rgb color = theme.color(series.role()).withAlpha(opacity);
    for (Reduction.Polyline line : Reduction.of(series.xs(), ys, axes.x(), axes.y())) {
      if (line.xs().length == 1) {
        Surface.Stroke none = Surface.Stroke.solid(color, 0.5);
        surface.dot(line.xs()[0], line.ys()[0], width, color, none);
      } else {
        stroke(line, new Surface.Stroke(color, width, series.dashed()));
      }
    }
  }

  private void stroke(Reduction.Polyline line, Surface.Stroke stroke) {
    if (sheet.medium() == Medium.SCREEN && PixelColumns.isDense(line)) {
      PixelColumns.of(line, stroke).forEach(box -> surface.rectangle(box, stroke.color()));
    } else {
      surface.polyline(line.xs(), line.ys(), stroke);
    }
  }

  private void band(Band band, Axes axes) {
    List<double[]> corners = new ArrayList<>();
    for (int i = 0; i <= band.xs().size(); i++) {
      double px = Double.NaN;
      double low = Double.NaN;
      double high = Double.NaN;
      if (i < band.xs().size()) {
        px = axes.x().pixel(band.xs().get(i));
        low = axes.y().pixel(band.lower().get(i));
        high = axes.y().pixel(band.upper().get(i));
      }
      if (Double.isNaN(px + low + high)) {
        area(corners, theme.color(band.role()).withAlpha(theme.pale()));
        corners.clear();
      } else {
        corners.add(new double[] {px, low, high});
      }
    }
  }

  private void area(List<double[]> corners, Rgb fill) {
    int count = corners.size();
    if (count < 2) {
      return;
    }
    double[] xs = new double[2 * count];
    double[] ys = new double[2 * count];
    for (int i = 0; i < count; i++) {
      double[] corner = corners.get(i);
      xs[i] = corner[0];
      ys[i] = corner[1];
      xs[2 * count - 1 - i] = corner[0];
      ys[2 * count - 1 - i] = corner[2];
    }
    surface.polygon(xs, ys, fill);
  }

  private void dots(Points points, Axes axes) {
    Rgb color = theme.color(points.role());
    Rgb fill = points.filled() ? color : theme.background();
    for (int i = 0; i < points.xs().size(); i++) {
      double px = axes.x().pixel(points.xs().get(i));
      double py = axes.y().pixel(points.ys().get(i));
      if (!Double.isNaN(px + py)) {
        surface.dot(px, py, 3.2, fill, Surface.Stroke.solid(color, 1.4));
      }
    }
  }
}
