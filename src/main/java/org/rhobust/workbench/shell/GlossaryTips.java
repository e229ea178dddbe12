package org.rhobust.workbench.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Lets every label that names a term of the {@link Glossary} explain it. */
final class GlossaryTips {

  private static final double WIDTH = 380;

  private GlossaryTips() {}

  /** Gives the labels below a node their tooltips; those that have one keep it. */
  static void attach(Parent parent) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if ((child instanceof Label || child instanceof CheckBox)
          && ((Labeled) child).getTooltip() == null) {
        explain((Labeled) child);
      }
      if (child instanceof Parent inner) {
        attach(inner);
      }
    }
  }

  private static void explain(Labeled label) {
    if (label.getText() == null || label.textProperty().isBound()) {
      return;
    }
    Glossary.of(label.getText())
        .ifPresent(
            term -> {
              Tooltip tip = new Tooltip(term.text());
              tip.setWrapText(true);
              tip.setMaxWidth(WIDTH);
              tip.setShowDuration(Duration.INDEFINITE);
              label.setTooltip(tip);
            });
  }
}
