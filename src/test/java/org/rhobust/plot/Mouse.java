package org.rhobust.plot;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** A pointer over a node, on the JavaFX thread. */
record Mouse(Node node, double x, double y, boolean shift) {

  static Mouse at(Node node, double x, double y) {
    return new Mouse(node, x, y, false);
  }

  Mouse withShift() {
    return new Mouse(node, x, y, true);
  }

  void click() {
    clicks(1);
  }

  void doubleClick() {
    clicks(1);
    clicks(2);
  }

  void dragTo(double toX, double toY) {
    fire(MouseEvent.MOUSE_PRESSED, x, y, 1, true);
    fire(MouseEvent.MOUSE_DRAGGED, toX, toY, 1, false);
    fire(MouseEvent.MOUSE_RELEASED, toX, toY, 1, false);
    fire(MouseEvent.MOUSE_CLICKED, toX, toY, 1, false);
  }

  private void clicks(int count) {
    fire(MouseEvent.MOUSE_PRESSED, x, y, count, true);
    fire(MouseEvent.MOUSE_RELEASED, x, y, count, true);
    fire(MouseEvent.MOUSE_CLICKED, x, y, count, true);
  }

  private void fire(EventType<MouseEvent> type, double px, double py, int count, boolean still) {
    boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
    Event.fireEvent(
        node,
        new MouseEvent(
            type,
            px,
            py,
            px,
            py,
            MouseButton.PRIMARY,
            count,
            shift,
            false,
            false,
            false,
            down,
            false,
            false,
            false,
            false,
            still,
            null));
  }
}
