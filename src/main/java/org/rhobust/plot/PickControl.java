package org.rhobust.plot;

import java.util.function.DoubleConsumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Tells where a plot is clicked; a drag is no click. */
final class PickControl {

  private final PlotView view;
  private DoubleConsumer action;

  PickControl(PlotView view) {
    this.view = view;
  }

  void setAction(DoubleConsumer action) {
    this.action = action;
  }

  boolean active() {
    return action != null;
  }

  void onMouse(MouseEvent event) {
    if (active()
        && event.getEventType() == MouseEvent.MOUSE_CLICKED
        && event.getButton() == MouseButton.PRIMARY
        && event.isStillSincePress()
        && view.painted().area().contains(view.on(event))) {
      view.painted().x().ifPresent(x -> action.accept(x.value(view.on(event).getX())));
    }
  }
}
