package org.rhobust.plot;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Paints a node at most once a pulse, when it has changed and only while it can be seen. */
final class PaintPulse {

  private final Region node;
  private final Runnable painting;
  private final Runnable beforePulseEnds = this::paintIfNeeded;
  private boolean dirty = true;

  PaintPulse(Region node, Runnable painting) {
    this.node = node;
    this.painting = painting;
    node.sceneProperty().addListener((o, before, after) -> follow(before, after));
  }

  /** Has the node painted again. */
  void markDirty() {
    dirty = true;
    if (node.getScene() != null) {
      Platform.requestNextPulse();
    }
  }

  /** The scene holds the node only while it is in it, so a closed view can be collected. */
  private void follow(Scene before, Scene after) {
    if (before != null) {
      before.removePostLayoutPulseListener(beforePulseEnds);
    }
    if (after != null) {
      after.addPostLayoutPulseListener(beforePulseEnds);
      markDirty();
    }
  }

  void paintIfNeeded() {
    if (dirty && node.getWidth() >= 1 && node.getHeight() >= 1 && canBeSeen()) {
      dirty = false;
      painting.run();
    }
  }

  private boolean canBeSeen() {
    Window window = node.getScene() == null ? null : node.getScene().getWindow();
    if (window == null || !window.isShowing()) {
      return false;
    }
    if (window instanceof Stage stage && stage.isIconified()) {
      return false;
    }
    for (Node part = node; part != null; part = part.getParent()) {
      if (!part.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
