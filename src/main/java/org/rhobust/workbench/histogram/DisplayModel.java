package org.rhobust.workbench.histogram;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** How the histograms are drawn. */
final class DisplayModel {

  private final BooleanProperty mirrored = new SimpleBooleanProperty(this, "mirrored");
  private final BooleanProperty shares = new SimpleBooleanProperty(this, "shares");
  private final BooleanProperty log = new SimpleBooleanProperty(this, "log");

  /** Whether the attacked images hang below the axis, or lie over the clean ones. */
  BooleanProperty mirroredProperty() {
    return mirrored;
  }

  /** Whether heights are shares and not counts. */
  BooleanProperty sharesProperty() {
    return shares;
  }

  /** Whether heights are logarithmic. */
  BooleanProperty logProperty() {
    return log;
  }
}
