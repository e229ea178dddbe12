package org.rhobust.plot;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Zooms a line plot: a drag draws a rubber band, a flat one keeps the y axis; a double click or 0
 * fits all, plus and minus zoom x about its middle, the arrow keys move along. In a plot with a
 * draggable marker a drag moves that marker from wherever it begins, as a slider's track does, so
 * there the band is drawn with Shift held.
 */
final class ZoomControl {

  private static final double FLAT = 12;
  private static final double SHORTEST = 5;
  private static final double MOVE = 0.2;

  private final PlotView view;
  private final ObjectProperty<Optional<Zoom>> zoom =
      new SimpleObjectProperty<>(this, "zoom", Optional.empty());
  private Optional<Band> band = Optional.empty();

  /** A rubber band in pixels, where it began and where the pointer is. */
  private record Band(Point2D from, Point2D to) {

    boolean flat() {
      return Math.abs(to.getY() - from.getY()) < FLAT;
    }

    boolean wide() {
      return Math.abs(to.getX() - from.getX()) >= SHORTEST;
    }
  }

  ZoomControl(PlotView view) {
    this.view = view;
    zoom.addListener(o -> view.markDirty());
  }

  /** From now on either follows the other. */
  void follow(ZoomControl other) {
    zoom.bindBidirectional(other.zoom);
  }

  /** The part of the plot that is looked at. */
  Plot shown(Plot plot) {
    return zoomed(plot) ? zoom.get().orElseThrow().of((LinePlot) plot) : plot;
  }

  boolean zoomed(Plot plot) {
    return plot instanceof LinePlot line && zoom.get().filter(z -> z.fits(line)).isPresent();
  }

  void fit() {
    zoom.set(Optional.empty());
  }

  boolean banding() {
    return band.isPresent();
  }

  /** Whether a press here would begin a rubber band. */
  boolean begins(MouseEvent event) {
    return event.getButton() == MouseButton.PRIMARY
        && zoomable()
        && view.painted().area().contains(view.on(event))
        && (event.isShiftDown() || !view.hasHandle());
  }

  private boolean zoomable() {
    return view.getPlot() instanceof LinePlot && view.painted().y().isPresent();
  }

  void onMouse(MouseEvent event) {
    Point2D at = view.on(event);
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
      band = begins(event) ? Optional.of(new Band(at, at)) : Optional.empty();
    } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
      band = band.map(b -> new Band(b.from(), at));
    } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
      band.filter(Band::wide).ifPresent(this::look);
      band = Optional.empty();
    } else if (event.getEventType() == MouseEvent.MOUSE_CLICKED
        && event.getButton() == MouseButton.PRIMARY
        && event.getClickCount() == 2) {
      fit();
    }
  }

  private void look(Band drawn) {
    Scale x = view.painted().x().orElseThrow();
    Scale y = view.painted().y().orElseThrow();
    Optional<Zoom.Range> up =
        drawn.flat()
            ? zoom.get().filter(z -> zoomed(view.getPlot())).flatMap(Zoom::up)
            : Optional.of(
                Zoom.Range.between(y.value(drawn.from().getY()), y.value(drawn.to().getY())));
    look(Zoom.Range.between(x.value(drawn.from().getX()), x.value(drawn.to().getX())), up);
  }

  private void look(Zoom.Range across, Optional<Zoom.Range> up) {
    if (view.getPlot() instanceof LinePlot line) {
      Zoom next = new Zoom(line.x(), line.y(), across, up);
      if (next.usable()) {
        zoom.set(Optional.of(next));
      }
    }
  }

  void onKey(KeyEvent event) {
    if (event.isConsumed() || event.isShortcutDown() || !zoomable()) {
      return;
    }
    switch (event.getCode()) {
      case PLUS, ADD, EQUALS -> scale(0.5);
      case MINUS, SUBTRACT -> scale(2);
      case DIGIT0, NUMPAD0 -> fit();
      case LEFT -> move(-MOVE);
      case RIGHT -> move(MOVE);
      case ESCAPE -> {
        if (band.isEmpty()) {
          return;
        }
        band = Optional.empty();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void scale(double factor) {
    Domain all = LineDomains.of((LinePlot) view.getPlot()).x();
    Domain now = view.painted().x().orElseThrow().domain();
    double low = all.share(now.low());
    double high = all.share(now.high());
    double middle = (low + high) / 2;
    double half = factor * (high - low) / 2;
    if (2 * half >= 1) {
      fit();
    } else {
      lookFrom(all, middle - half, 2 * half);
    }
  }

  private void move(double share) {
    if (zoomed(view.getPlot())) {
      Domain all = LineDomains.of((LinePlot) view.getPlot()).x();
      Domain now = view.painted().x().orElseThrow().domain();
      double low = all.share(now.low());
      double width = all.share(now.high()) - low;
      lookFrom(all, low + share * width, width);
    }
  }

  /** Looks at so much of the axis, held within it. */
  private void lookFrom(Domain all, double low, double width) {
    double from = Math.max(0, Math.min(1 - width, low));
    look(new Zoom.Range(all.value(from), all.value(from + width)), zoom.get().flatMap(Zoom::up));
  }

  /** Draws the rubber band, and where there is a zoom how to leave it. */
  void paint(Sheet sheet) {
    Box area = view.painted().area();
    band.filter(Band::wide).ifPresent(b -> paint(sheet, area, b));
    if (zoomed(view.getPlot())) {
      double baseline = TextStyle.SMALL.baseline(sheet.height() - sheet.padding() - 6);
      Rgb color = sheet.theme().mutedText();
      String words = "zoomed in, double click fits";
      double width = area.width() * 0.4;
      String shown = sheet.surface().fit(words, TextStyle.SMALL, width);
      sheet
          .surface()
          .text(shown, area.right(), baseline, TextStyle.SMALL, color, Surface.Align.RIGHT);
    }
  }

  private static void paint(Sheet sheet, Box area, Band band) {
    double left = within(area.x(), area.right(), Math.min(band.from().getX(), band.to().getX()));
    double right = within(area.x(), area.right(), Math.max(band.from().getX(), band.to().getX()));
    double top = area.y();
    double bottom = area.bottom();
    if (!band.flat()) {
      top = within(area.y(), bottom, Math.min(band.from().getY(), band.to().getY()));
      bottom = within(area.y(), bottom, Math.max(band.from().getY(), band.to().getY()));
    }
    Box box = new Box(left, top, right - left, bottom - top);
    Rgb color = sheet.theme().color(ColorRole.TRUE_CLASS);
    sheet.surface().rectangle(box, color.withAlpha(0.15));
    sheet.surface().outline(box, Surface.Stroke.solid(color, 1));
  }

  private static double within(double low, double high, double value) {
    return Math.max(low, Math.min(high, value));
  }
}
