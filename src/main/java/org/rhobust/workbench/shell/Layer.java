package org.rhobust.workbench.shell;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A card over the whole window. Escape, a click beside it or the focus going elsewhere closes it,
 * and the focus is where it was before.
 */
final class Layer {

  private final StackPane pane;
  private final ChangeListener<Node> focusMoved = (o, before, now) -> closeWithout(now);
  private Node focusedBefore;

  /**
   * @param pane lies over the window's content
   */
  Layer(StackPane pane) {
    this.pane = pane;
    pane.setVisible(false);
    pane.setOnMousePressed(
        event -> {
          if (event.getTarget() == pane) {
            close();
          }
        });
    pane.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
          }
        });
  }

  /**
   * Shows a card in place of another.
   *
   * @param focus the part of it that has the focus first
   */
  void show(Region card, Node focus) {
    close();
    focusedBefore = pane.getScene().getFocusOwner();
    StackPane.setAlignment(card, Pos.TOP_CENTER);
    pane.getChildren().setAll(card);
    pane.setVisible(true);
    focus.requestFocus();
    pane.getScene().focusOwnerProperty().addListener(focusMoved);
  }

  boolean isShown() {
    return pane.isVisible();
  }

  /** Hides the card, if one is shown. */
  void close() {
    if (isShown()) {
      pane.getScene().focusOwnerProperty().removeListener(focusMoved);
      pane.setVisible(false);
      pane.getChildren().clear();
      if (focusedBefore != null) {
        focusedBefore.requestFocus();
      }
    }
  }

  private void closeWithout(Node focused) {
    if (focused == null) {
      return;
    }
    for (Node at = focused; at != null; at = at.getParent()) {
      if (at == pane) {
        return;
      }
    }
    focusedBefore = focused;
    close();
  }
}
