package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;

/** Paints markers over the data, with labels that neither leave the area nor cover each other. */
final class MarkerPainter {

  private static final double GAP = 5;
  private static final double LINE = 16;
  private static final double GRIP = 6;
  private static final int ROWS = 4;

  private final Sheet sheet;
  private final Surface surface;
  private final Box area;
  private final List<Box> taken = new ArrayList<>();

  private MarkerPainter(Sheet sheet, Box area) {
    this.sheet = sheet;
    this.surface = sheet.surface();
    this.area = area;
  }

  static void paint(Sheet sheet, Axes axes, List<Marker> markers) {
    paint(sheet, axes, markers, List.of(), List.of());
  }

  /** As there, with shaded intervals; labels keep off the obstacles where they can. */
  static void paint(
      Sheet sheet, Axes axes, List<Marker> markers, List<Interval> intervals, List<Box> obstacles) {
    MarkerPainter painter = new MarkerPainter(sheet, axes.area());
    painter.taken.addAll(obstacles);
    List<Marker> shown = markers.stream().filter(m -> painter.within(m, axes)).toList();
    // All lines before all labels, so that no line strikes out another's label.
    shown.forEach(m -> painter.line(m, pixel(m, axes)));
    shown.forEach(m -> painter.label(m, pixel(m, axes)));
    intervals.forEach(i -> painter.label(i, axes.x()));
  }

  private static double pixel(Marker marker, Axes axes) {
    return (marker.vertical() ? axes.x() : axes.y()).pixel(marker.value());
  }

  private boolean within(Marker marker, Axes axes) {
    double pixel = pixel(marker, axes);
    double low = marker.vertical() ? area.x() : area.y();
    double high = marker.vertical() ? area.right() : area.bottom();
    return pixel >= low - 0.5 && pixel <= high + 0.5;
  }

  private void line(Marker marker, double pixel) {
    Rgb color = sheet.theme().color(marker.role());
    Surface.Stroke stroke = Surface.Stroke.dashed(color, 1.5);
    if (marker.vertical()) {
      surface.line(pixel, area.y(), pixel, area.bottom(), stroke);
      taken.add(new Box(pixel - 1, area.y(), 2, area.height()));
      if (marker.draggable() && sheet.medium() == Medium.SCREEN) {
        grip(pixel, color);
      }
    } else {
      surface.line(area.x(), pixel, area.right(), pixel, stroke);
      taken.add(new Box(area.x(), pixel - 1, area.width(), 2));
    }
  }

  /** A small triangle on the axis says that the line can be taken hold of. */
  private void grip(double pixel, Rgb color) {
    double base = area.bottom();
    surface.polygon(
        new double[] {pixel - GRIP, pixel + GRIP, pixel},
        new double[] {base, base, base - 1.6 * GRIP},
        color);
  }

  private void label(Marker marker, double pixel) {
    double width = surface.textWidth(marker.label(), TextStyle.SMALL);
    List<Box> places = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      if (marker.vertical()) {
        double top = area.y() + 2 + row * LINE;
        places.add(place(pixel + GAP, top, width));
        places.add(place(pixel - GAP - width, top, width));
      } else {
        double left = area.right() - GAP - width - row * (width + GAP);
        places.add(place(left, pixel - LINE, width));
        places.add(place(left, pixel + 2, width));
      }
    }
    write(marker.label(), places, sheet.theme().background());
  }

  /** Names a shaded interval at its upper right, where falling curves leave room. */
  private void label(Interval interval, Scale x) {
    double width = surface.textWidth(interval.label(), TextStyle.SMALL);
    double right = Math.min(x.pixel(interval.to()), area.right());
    double left = x.pixel(interval.from());
    List<Box> places = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      double top = area.y() + 2 + row * LINE;
      places.add(place(right - GAP - width, top, width));
      places.add(place((Math.max(left, area.x()) + right - width) / 2, top, width));
    }
    places.removeIf(place -> place.x() < left);
    write(interval.label(), places, LinePainter.shade(interval, sheet.theme()));
  }

  private static Box place(double left, double top, double width) {
    return new Box(left - 2, top, width + 4, LINE - 2);
  }

  /** Writes a label at the first free place, or at the first that lies in the area. */
  private void write(String text, List<Box> places, Rgb behind) {
    List<Box> inside = places.stream().filter(this::inside).toList();
    if (text.isEmpty() || inside.isEmpty()) {
      return;
    }
    Box box = inside.stream().filter(this::free).findFirst().orElse(inside.get(0));
    taken.add(box);
    surface.rectangle(box, behind.withAlpha(0.85));
    double baseline = TextStyle.SMALL.baseline(box.middleY());
    Rgb color = sheet.theme().text();
    surface.text(text, box.x() + 2, baseline, TextStyle.SMALL, color, Surface.Align.LEFT);
  }

  private boolean inside(Box box) {
    return box.x() >= area.x()
        && box.right() <= area.right() + GAP
        && box.y() >= area.y() - 2
        && box.bottom() <= area.bottom();
  }

  private boolean free(Box box) {
    return taken.stream()
        .noneMatch(
            t ->
                t.x() < box.right()
                    && box.x() < t.right()
                    && t.y() < box.bottom()
                    && box.y() < t.bottom());
  }
}
