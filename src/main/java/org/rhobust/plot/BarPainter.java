package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Paints bar plots. */
final class BarPainter {

  private static final double BAR_SHARE = 0.72;

  /** Room above 1 for the numbers on top of full bars. */
  private static final double HEADROOM = 1.1;

  private final BarPlot plot;
  private final Sheet sheet;

  private BarPainter(BarPlot plot, Sheet sheet) {
    this.plot = plot;
    this.sheet = sheet;
  }

  static Painted paint(BarPlot plot, Sheet sheet, Box rest) {
    return new BarPainter(plot, sheet).paint(rest);
  }

  static List<LegendEntry> legend(BarPlot plot) {
    return plot.hasGhosts()
        ? List.of(new LegendEntry("before", ColorRole.OTHER, LegendEntry.Symbol.OUTLINE))
        : List.of();
  }

  private Painted paint(Box rest) {
    int count = plot.bars().size();
    Domain places = new Domain(0, count, false);
    Domain heights = new Domain(0, HEADROOM, false);
    Axes axes =
        new Axes(
            sheet,
            rest,
            new Axes.Side(plot.xLabel(), places, this::categories, false),
            new Axes.Side(plot.yLabel(), heights, most -> Ticks.linear(0, 1, most), true));
    axes.paintGrid();
    double slot = axes.area().width() / count;
    for (int i = 0; i < count; i++) {
      bar(plot.bars().get(i), axes, i, slot);
    }
    axes.paintLabels();
    MarkerPainter.paint(sheet, axes, plot.level().stream().toList());
    return new Painted(axes.area(), Optional.empty(), (px, py) -> hover(axes, px));
  }

  /** Every k-th category, so that at most this many are named. */
  private List<Tick> categories(int most) {
    int stride = (plot.bars().size() + most - 1) / most;
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < plot.bars().size(); i += stride) {
      ticks.add(new Tick(i + 0.5, plot.bars().get(i).category()));
    }
    return ticks;
  }

  private void bar(BarPlot.Bar bar, Axes axes, int index, double slot) {
    Surface surface = sheet.surface();
    double left = Math.round(axes.x().pixel(index) + slot * (1 - BAR_SHARE) / 2);
    double width = Math.max(1, Math.round(slot * BAR_SHARE));
    double base = Math.floor(axes.area().bottom());
    if (!Double.isNaN(bar.value())) {
      double top = axes.y().pixel(held(bar.value()));
      Rgb color = sheet.theme().color(bar.role());
      surface.rectangle(new Box(left, top, width, Math.max(0, base - top)), color);
      number(bar.value(), left + width / 2, slot, top);
    }
    if (!Double.isNaN(bar.ghost())) {
      double top = Scale.crisp(axes.y().pixel(held(bar.ghost())));
      Box box = new Box(left - 1.5, top, width + 3, Math.max(0, base + 0.5 - top));
      surface.outline(box, Surface.Stroke.dashed(sheet.theme().mutedText(), 1));
    }
  }

  private static double held(double value) {
    return Math.max(0, Math.min(1, value));
  }

  private void number(double value, double middle, double slot, double top) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    if (sheet.surface().textWidth(text, TextStyle.SMALL) + 4 <= slot) {
      double baseline = TextStyle.SMALL.baseline(top - 8);
      Rgb color = sheet.theme().mutedText();
      sheet.surface().text(text, middle, baseline, TextStyle.SMALL, color, Surface.Align.CENTER);
    }
  }

  private Optional<Readout> hover(Axes axes, double px) {
    int index = (int) Math.floor(axes.x().value(px));
    int held = Math.max(0, Math.min(plot.bars().size() - 1, index));
    BarPlot.Bar bar = plot.bars().get(held);
    List<Readout.Row> rows = new ArrayList<>();
    rows.add(new Readout.Row(bar.role(), Numbers.brief(bar.value()), Optional.empty()));
    if (!Double.isNaN(bar.ghost())) {
      String before = "before  " + Numbers.brief(bar.ghost());
      rows.add(new Readout.Row(ColorRole.OTHER, before, Optional.empty()));
    }
    String label = plot.xLabel().isEmpty() ? "" : plot.xLabel() + "  ";
    double middle = axes.x().pixel(held + 0.5);
    return Optional.of(new Readout(middle, false, label + bar.category(), rows));
  }
}
