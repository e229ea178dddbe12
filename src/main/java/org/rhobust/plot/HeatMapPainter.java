package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paints heat maps. */
final class HeatMapPainter {

  private static final double BAR_WIDTH = 12;
  private static final double BAR_ROOM = 70;
  private static final int BAR_LEVELS = 128;
  private static final Rgb WHITE = Rgb.of(0xFFFFFF);

  private final HeatMapPlot plot;
  private final Sheet sheet;
  private final Surface surface;

  private HeatMapPainter(HeatMapPlot plot, Sheet sheet) {
    this.plot = plot;
    this.sheet = sheet;
    surface = sheet.surface();
  }

  static Painted paint(HeatMapPlot plot, Sheet sheet, Box rest) {
    return new HeatMapPainter(plot, sheet).paint(rest);
  }

  static List<LegendEntry> legend(HeatMapPlot plot) {
    List<LegendEntry> entries = new ArrayList<>();
    for (Series curve : plot.curves()) {
      LegendEntry.Symbol symbol =
          curve.dashed() ? LegendEntry.Symbol.OUTLINE : LegendEntry.Symbol.LINE;
      entries.add(new LegendEntry(curve.name(), curve.role(), symbol));
    }
    for (Points points : plot.points()) {
      entries.add(new LegendEntry(points.name(), points.role(), LegendEntry.Symbol.DOT));
    }
    return entries;
  }

  private Painted paint(Box rest) {
    Axes axes = square(new Box(rest.x(), rest.y(), rest.width() - BAR_ROOM, rest.height()));
    Box area = axes.area();
    surface.image(colors(), plot.xs().size(), plot.ys().size(), area);
    surface.clipped(area, () -> borders(axes));
    HeatMapRegions.of(plot).forEach(region -> label(region, axes));
    surface.clipped(
        area,
        () -> {
          plot.curves().forEach(curve -> curve(curve, axes));
          plot.points().forEach(points -> dots(points, axes));
        });
    axes.paintLabels();
    colorBar(area);
    return new Painted(area, Optional.of(axes.x()), (px, py) -> hover(axes, px, py));
  }

  /** Axes around the largest area in which both have the same scale. */
  private Axes square(Box room) {
    Axes widest = axes(room);
    double aspect = plot.xs().size() / (double) plot.ys().size();
    double width = Math.min(widest.area().width(), widest.area().height() * aspect);
    double spareWidth = widest.area().width() - width;
    double spareHeight = widest.area().height() - width / aspect;
    return axes(
        new Box(room.x(), room.y(), room.width() - spareWidth, room.height() - spareHeight));
  }

  private Axes axes(Box room) {
    return new Axes(
        sheet,
        room,
        Axes.Side.of(plot.xLabel(), domain(plot.xs())),
        Axes.Side.of(plot.yLabel(), domain(plot.ys())));
  }

  /** From the first cell's outer edge to the last one's. */
  private static Domain domain(Values middles) {
    double half = (middles.get(1) - middles.get(0)) / 2;
    return new Domain(middles.get(0) - half, middles.get(middles.size() - 1) + half, false);
  }

  /** The topmost row first, as pictures are stored. */
  private int[] colors() {
    int columns = plot.xs().size();
    int rows = plot.ys().size();
    int[] argb = new int[columns * rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double value = plot.cell(column, row).value();
        Rgb color = Double.isNaN(value) ? sheet.theme().grid() : Viridis.of(value);
        argb[(rows - 1 - row) * columns + column] = color.argb();
      }
    }
    return argb;
  }

  /** Lines along the edges between cells of different kinds. */
  private void borders(Axes axes) {
    int columns = plot.xs().size();
    int rows = plot.ys().size();
    double wide = axes.area().width() / columns;
    double high = axes.area().height() / rows;
    Surface.Stroke stroke = Surface.Stroke.solid(WHITE, 1.5);
    for (int row = 0; row < rows; row++) {
      double bottom = axes.area().bottom() - row * high;
      for (int column = 0; column < columns; column++) {
        double right = axes.area().x() + (column + 1) * wide;
        int kind = plot.cell(column, row).kind();
        if (column + 1 < columns && plot.cell(column + 1, row).kind() != kind) {
          surface.line(right, bottom - high, right, bottom, stroke);
        }
        if (row + 1 < rows && plot.cell(column, row + 1).kind() != kind) {
          surface.line(right - wide, bottom - high, right, bottom - high, stroke);
        }
      }
    }
  }

  /** In the colours of white paper with a white edge, which every colour below lets be seen. */
  private void curve(Series curve, Axes axes) {
    double[] xs = pixels(curve.xs(), axes.x());
    double[] ys = pixels(curve.ys(), axes.y());
    Rgb color = PlotTheme.LIGHT.color(curve.role());
    surface.polyline(xs, ys, Surface.Stroke.solid(WHITE.withAlpha(0.8), 4));
    surface.polyline(xs, ys, new Surface.Stroke(color, 2, curve.dashed()));
  }

  private void dots(Points points, Axes axes) {
    Rgb color = PlotTheme.LIGHT.color(points.role());
    for (int i = 0; i < points.xs().size(); i++) {
      double px = axes.x().pixel(points.xs().get(i));
      double py = axes.y().pixel(points.ys().get(i));
      surface.dot(px, py, 4.5, points.filled() ? color : WHITE, Surface.Stroke.solid(WHITE, 1.5));
    }
  }

  private static double[] pixels(Values values, Scale scale) {
    double[] pixels = values.toArray();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = scale.pixel(pixels[i]);
    }
    return pixels;
  }

  private void label(HeatMapRegions.Region region, Axes axes) {
    String text = (plot.kindLabel() + " " + plot.kinds().get(region.kind())).strip();
    double width = surface.textWidth(text, TextStyle.SMALL) + 8;
    Box area = axes.area();
    double x = axes.x().pixel(plot.xs().get(region.column())) - width / 2;
    double y = axes.y().pixel(plot.ys().get(region.row())) - 8;
    Box box =
        new Box(
            Math.max(area.x() + 2, Math.min(area.right() - width - 2, x)),
            Math.max(area.y() + 2, Math.min(area.bottom() - 18, y)),
            width,
            16);
    surface.rectangle(box, sheet.theme().background().withAlpha(0.85));
    double baseline = TextStyle.SMALL.baseline(box.middleY());
    Rgb color = sheet.theme().text();
    surface.text(text, box.middleX(), baseline, TextStyle.SMALL, color, Surface.Align.CENTER);
  }

  private void colorBar(Box area) {
    int[] levels = new int[BAR_LEVELS];
    for (int i = 0; i < BAR_LEVELS; i++) {
      levels[i] = Viridis.of(1 - (double) i / (BAR_LEVELS - 1)).argb();
    }
    Box bar = new Box(area.right() + 16, area.y(), BAR_WIDTH, area.height());
    surface.image(levels, 1, BAR_LEVELS, bar);
    Rgb muted = sheet.theme().mutedText();
    for (Tick tick : Ticks.linear(0, 1, Math.max(2, (int) Math.min(6, bar.height() / 26)))) {
      double middle = bar.bottom() - tick.value() * bar.height();
      double baseline = TextStyle.SMALL.baseline(middle);
      surface.text(
          tick.label(), bar.right() + 5, baseline, TextStyle.SMALL, muted, Surface.Align.LEFT);
    }
    double baseline = TextStyle.LABEL.baseline(bar.right() + 34);
    String name = surface.fit(plot.valueLabel(), TextStyle.LABEL, bar.height());
    surface.textUpwards(name, baseline, bar.middleY(), TextStyle.LABEL, sheet.theme().text());
  }

  private Optional<Readout> hover(Axes axes, double px, double py) {
    int column = index(axes.x().value(px), plot.xs());
    int row = index(axes.y().value(py), plot.ys());
    HeatMapPlot.Cell cell = plot.cell(column, row);
    String place =
        "(%s, %s)"
            .formatted(Numbers.brief(plot.xs().get(column)), Numbers.brief(plot.ys().get(row)));
    String kind = (plot.kindLabel() + " " + plot.kinds().get(cell.kind())).strip();
    String value = plot.valueLabel() + "  " + Numbers.brief(cell.value());
    return Optional.of(
        new Readout(
            axes.x().pixel(plot.xs().get(column)),
            false,
            place,
            List.of(
                new Readout.Row(ColorRole.OTHER, kind, Optional.empty()),
                new Readout.Row(ColorRole.OTHER, value, Optional.empty()))));
  }

  private static int index(double value, Values middles) {
    double step = middles.get(1) - middles.get(0);
    long index = Math.round((value - middles.get(0)) / step);
    return (int) Math.max(0, Math.min(middles.size() - 1, index));
  }
}
