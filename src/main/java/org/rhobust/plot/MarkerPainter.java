package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;

/** Paints markers over the data, with labels that neither leave the area nor cover each other. */
final class MarkerPainter {

  private static final double GAP = 5;
  private static final double LINE = 16;
  private static final double GRIP = 6;

  private final Sheet sheet;
  private final Surface surface;
  private final Box area;
  private final List<Box> taken = new ArrayList<>();

  MarkerPainter(Sheet sheet, Box area) {
    this.sheet = sheet;
    this.surface = sheet.surface();
    this.area = area;
  }

  void paint(Marker marker, Scale x, Scale y) {
    double pixel = (marker.vertical() ? x : y).pixel(marker.value());
    double low = marker.vertical() ? area.x() : area.y();
    double high = marker.vertical() ? area.right() : area.bottom();
    if (!(pixel >= low - 0.5 && pixel <= high + 0.5)) {
      return;
    }
    Rgb color = sheet.theme().color(marker.role());
    Surface.Stroke stroke = Surface.Stroke.dashed(color, 1.5);
    if (marker.vertical()) {
      surface.line(pixel, area.y(), pixel, area.bottom(), stroke);
      if (marker.draggable() && sheet.medium() == Medium.SCREEN) {
        grip(pixel, color);
      }
      besideVertical(marker.label(), pixel);
    } else {
      surface.line(area.x(), pixel, area.right(), pixel, stroke);
      besideHorizontal(marker.label(), pixel);
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

  void label(String text, double left) {
    double width = surface.textWidth(text, TextStyle.SMALL);
    if (width + 2 * GAP <= area.right() - left) {
      place(text, left + GAP, area.y() + 2, width, LINE);
    }
  }

  private void besideVertical(String text, double pixel) {
    if (text.isEmpty()) {
      return;
    }
    double width = surface.textWidth(text, TextStyle.SMALL);
    boolean fitsRight = pixel + GAP + width <= area.right();
    double left = fitsRight ? pixel + GAP : Math.max(area.x(), pixel - GAP - width);
    place(text, left, area.y() + 2, width, LINE);
  }

  private void besideHorizontal(String text, double pixel) {
    if (text.isEmpty()) {
      return;
    }
    double width = surface.textWidth(text, TextStyle.SMALL);
    boolean fitsAbove = pixel - LINE >= area.y();
    double top = fitsAbove ? pixel - LINE : pixel + 2;
    place(text, area.right() - GAP - width, top, width, fitsAbove ? -LINE : LINE);
  }

  /** Writes a label at the first free place, going on by {@code shift} each time. */
  private void place(String text, double left, double top, double width, double shift) {
    Box box = new Box(left - 2, top, width + 4, LINE - 1);
    for (int tries = 0; tries < 8 && covered(box); tries++) {
      box = new Box(box.x(), box.y() + shift, box.width(), box.height());
    }
    taken.add(box);
    surface.rectangle(box, sheet.theme().background().withAlpha(0.75));
    double baseline = TextStyle.SMALL.baseline(box.middleY());
    Rgb color = sheet.theme().text();
    surface.text(text, left, baseline, TextStyle.SMALL, color, Surface.Align.LEFT);
  }

  private boolean covered(Box box) {
    return taken.stream()
        .anyMatch(
            t ->
                t.x() < box.right()
                    && box.x() < t.right()
                    && t.y() < box.bottom()
                    && box.y() < t.bottom());
  }
}
