package org.rhobust.workbench.controls;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;

/**
 * The skin of scroll panes, named in {@code fxml/workbench.css}. The toolkit's own keeps a bitmap
 * of the content, for quick scrolling: where the content is live, the bitmap is drawn anew in every
 * frame and then copied, which costs more than it saves.
 */
public final class UncachedScrollPaneSkin extends ScrollPaneSkin {

  /** Made by the style sheet. */
  public UncachedScrollPaneSkin(ScrollPane pane) {
    super(pane);
    for (Node child : getChildren()) {
      if (child.getStyleClass().contains("viewport")) {
        child.setCache(false);
      }
    }
  }
}
