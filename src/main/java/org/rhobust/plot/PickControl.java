package org.rhobust.plot;

import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Tells where a plot is clicked, a drag is no click; the up and down keys go on from there. */
final class PickControl {

  private final PlotView view;
  private DoubleConsumer action;
  private IntConsumer onStep = steps -> {};

  PickControl(PlotView view) {
    this.view = view;
  }

  void setAction(DoubleConsumer action) {
    this.action = action;
  }

  void setOnStep(IntConsumer action) {
    onStep = action;
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

  void onKey(KeyEvent event) {
    if (active() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
      onStep.accept(event.getCode() == KeyCode.UP ? 1 : -1);
      event.consume();
    }
  }
}
