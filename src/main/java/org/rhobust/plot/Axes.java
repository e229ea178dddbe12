package org.rhobust.plot;

import java.util.List;
import java.util.function.IntFunction;

/** Two axes around a data area: their grid, ticks and labels, with margins from measured text. */
final class Axes {

  private static final double LABEL_HEIGHT = 17;
  private static final double TICK_HEIGHT = 16;
  private static final double TICK_GAP = 6;
  private static final double BETWEEN_LABELS = 10;

  /** One axis as a painter asks for it; the ticks are asked for with the most there may be. */
  record Side(String label, Domain domain, IntFunction<List<Tick>> ticks, boolean grid) {

    static Side of(String label, Domain domain) {
      return new Side(label, domain, domain::ticks, true);
    }
  }

  private final Sheet sheet;
  private final Surface surface;
  private final Side xSide;
  private final Side ySide;
  private final List<Tick> yTicks;
  private final List<Tick> xTicks;
  private final Box area;
  private final Box outer;
  private final Scale x;
  private final Scale y;

  Axes(Sheet sheet, Box outer, Side xSide, Side ySide) {
    this.sheet = sheet;
    this.surface = sheet.surface();
    this.outer = outer;
    this.xSide = xSide;
    this.ySide = ySide;
    // Half a tick label may stand above the topmost grid line.
    double top = outer.y() + 5;
    double labelHeight = xSide.label().isEmpty() ? 0 : LABEL_HEIGHT;
    double bottom = Math.max(top + 1, outer.bottom() - labelHeight - TICK_HEIGHT);
    yTicks = stacked(bottom - top);
    double left = outer.x() + (ySide.label().isEmpty() ? 0 : LABEL_HEIGHT) + TICK_GAP;
    left += yTicks.stream().mapToDouble(this::labelWidth).max().orElse(0);
    left = Math.min(left, outer.x() + outer.width() * 0.6);
    Scale whole = new Scale(xSide.domain(), left, outer.right());
    xTicks = fitting(whole);
    double right = outer.right();
    for (Tick tick : xTicks) {
      right -= Math.max(0, whole.pixel(tick.value()) + labelWidth(tick) / 2 - right);
    }
    area = new Box(left, top, Math.max(1, right - left), bottom - top);
    x = new Scale(xSide.domain(), area.x(), area.right());
    y = new Scale(ySide.domain(), area.bottom(), area.y());
  }

  /** Ticks with room to breathe; closer ones where otherwise only one could be read. */
  private List<Tick> stacked(double height) {
    int most = (int) Math.max(2, Math.min(8, height / 26));
    List<Tick> ticks = ySide.ticks().apply(most);
    while (ticks.size() < 2 && (most + 1) * 13 <= height) {
      most++;
      ticks = ySide.ticks().apply(most);
    }
    return ticks;
  }

  /** As many ticks as can be labelled without their labels coming close to each other. */
  private List<Tick> fitting(Scale scale) {
    List<Tick> ticks = List.of();
    int most = (int) Math.max(2, Math.min(12, (scale.end() - scale.start()) / 50));
    if (xSide.domain().log()) {
      most = Math.max(most, 3);
    }
    for (int count = Math.max(most, xSide.grid() ? 0 : 100); count >= 1; count--) {
      ticks = xSide.ticks().apply(count);
      if (apart(ticks, scale)) {
        return ticks;
      }
    }
    return ticks.subList(0, Math.min(1, ticks.size()));
  }

  private boolean apart(List<Tick> ticks, Scale scale) {
    double gap = xSide.grid() ? BETWEEN_LABELS : 4;
    double end = Double.NEGATIVE_INFINITY;
    for (Tick tick : ticks) {
      double half = labelWidth(tick) / 2;
      double middle = scale.pixel(tick.value());
      if (middle - half < end + gap) {
        return false;
      }
      end = middle + half;
    }
    return true;
  }

  private double labelWidth(Tick tick) {
    return surface.textWidth(tick.label(), TextStyle.SMALL);
  }

  List<Tick> xTicks() {
    return xTicks;
  }

  Box area() {
    return area;
  }

  Scale x() {
    return x;
  }

  Scale y() {
    return y;
  }

  void paintGrid() {
    Surface.Stroke stroke = Surface.Stroke.solid(sheet.theme().grid(), 1);
    if (ySide.grid()) {
      for (Tick tick : yTicks) {
        double py = Scale.crisp(y.pixel(tick.value()));
        surface.line(area.x(), py, area.right(), py, stroke);
      }
    }
    if (xSide.grid()) {
      for (Tick tick : xTicks) {
        double px = Scale.crisp(x.pixel(tick.value()));
        surface.line(px, area.y(), px, area.bottom(), stroke);
      }
    }
  }

  void paintLabels() {
    Rgb muted = sheet.theme().mutedText();
    double base = Scale.crisp(area.bottom());
    surface.line(area.x(), base, area.right(), base, Surface.Stroke.solid(sheet.theme().axis(), 1));
    for (Tick tick : yTicks) {
      double baseline = TextStyle.SMALL.baseline(y.pixel(tick.value()));
      surface.text(
          tick.label(), area.x() - TICK_GAP, baseline, TextStyle.SMALL, muted, Surface.Align.RIGHT);
    }
    double tickBaseline = TextStyle.SMALL.baseline(area.bottom() + TICK_HEIGHT / 2 + 2);
    for (Tick tick : xTicks) {
      double px = x.pixel(tick.value());
      surface.text(tick.label(), px, tickBaseline, TextStyle.SMALL, muted, Surface.Align.CENTER);
    }
    paintNames();
  }

  private void paintNames() {
    Rgb color = sheet.theme().text();
    double middleY = area.bottom() + TICK_HEIGHT + LABEL_HEIGHT / 2 + 1;
    String xName = surface.fit(xSide.label(), TextStyle.LABEL, area.width());
    surface.text(
        xName,
        area.middleX(),
        TextStyle.LABEL.baseline(middleY),
        TextStyle.LABEL,
        color,
        Surface.Align.CENTER);
    String yName = surface.fit(ySide.label(), TextStyle.LABEL, outer.height());
    double half = surface.textWidth(yName, TextStyle.LABEL) / 2;
    double middle = Math.max(outer.y() + half, Math.min(outer.bottom() - half, area.middleY()));
    double baseline = TextStyle.LABEL.baseline(outer.x() + 6);
    surface.textUpwards(yName, baseline, middle, TextStyle.LABEL, color);
  }
}
