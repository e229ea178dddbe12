package org.rhobust.workbench.controls;

import atlantafx.base.theme.Styles;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Fields under their names, marked while they cannot be used. */
public final class Fields {

  private static final PseudoClass DANGER = Styles.STATE_DANGER;

  private Fields() {}

  /** A control under its name. */
  public static VBox labelled(String name, Control control) {
    Label label = new Label(name);
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    label.setLabelFor(control);
    VBox box = new VBox(2, label, control);
    box.setAlignment(Pos.TOP_LEFT);
    return box;
  }

  /** A field for a short text, such as a number. */
  public static TextField number(int columns) {
    TextField field = new TextField();
    field.setPrefColumnCount(columns);
    field.getStyleClass().add(Styles.SMALL);
    return field;
  }

  /** Marks a control as wrong and lets its tooltip say why; null unmarks it. */
  public static void mark(Control control, String why) {
    control.pseudoClassStateChanged(DANGER, why != null);
    control.setTooltip(why == null ? null : new Tooltip(why));
  }
}
