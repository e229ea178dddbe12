package org.rhobust.plot;

import java.util.function.DoubleConsumer;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Lets the pointer and the arrow keys move a plot's draggable marker. Where clicks on the plot mean
 * something, a press takes hold of the marker only once the pointer moves.
 */
final class HandleControl {

  private static final double NEAR = 6;
  private static final double FINE_STEP = 0.01;
  private static final double COARSE_STEP = 0.1;

  private final PlotView view;
  private DoubleConsumer action;
  private boolean dragging;
  private boolean waiting;

  HandleControl(PlotView view) {
    this.view = view;
  }

  void setAction(DoubleConsumer action) {
    this.action = action;
  }

  boolean active() {
    return action != null && view.getPlot().handle().isPresent();
  }

  /** Whether the pointer holds the marker or could take hold of it. */
  boolean holds(MouseEvent event) {
    return dragging || near(event);
  }

  void onMouse(MouseEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
      dragging =
          event.getButton() == MouseButton.PRIMARY
              && active()
              && !view.beginsZoom(event)
              && view.painted().area().contains(view.on(event));
      waiting = dragging && view.hasPick();
    }
    // The press itself does not know yet whether the pointer will stay.
    waiting &= event.getEventType() == MouseEvent.MOUSE_PRESSED || event.isStillSincePress();
    if (dragging && !waiting && event.isPrimaryButtonDown()) {
      view.painted().x().ifPresent(x -> action.accept(x.value(view.on(event).getX())));
      event.consume();
    }
    dragging &= event.getEventType() != MouseEvent.MOUSE_RELEASED;
  }

  private boolean near(MouseEvent event) {
    double handle = view.getPlot().handle().orElse(Double.NaN);
    return active()
        && view.painted()
            .x()
            .filter(x -> Math.abs(x.pixel(handle) - view.on(event).getX()) <= NEAR)
            .isPresent();
  }

  void onKey(KeyEvent event) {
    if (!active() || view.painted().x().isEmpty()) {
      return;
    }
    Domain domain = view.painted().x().get().domain();
    double share = domain.share(view.getPlot().handle().getAsDouble());
    double step = event.isShiftDown() ? COARSE_STEP : FINE_STEP;
    switch (event.getCode()) {
      case LEFT -> share -= step;
      case RIGHT -> share += step;
      case HOME -> share = 0;
      case END -> share = 1;
      default -> {
        return;
      }
    }
    action.accept(domain.value(Math.max(0, Math.min(1, share))));
    event.consume();
  }
}
