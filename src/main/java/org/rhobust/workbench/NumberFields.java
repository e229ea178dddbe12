package org.rhobust.workbench;

import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/** Binds text fields to {@link NumberInput}s. */
public final class NumberFields {

  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private NumberFields() {}

  /**
   * Binds a field: the up and down keys step the number, a bad text marks the field and is
   * explained.
   *
   * @param explanation shown only while the text is bad and the field can be used
   * @return ends what the number knows of the field
   */
  public static Subscription bind(TextField field, Label explanation, NumberInput input) {
    field.textProperty().bindBidirectional(input.textProperty());
    field.setAccessibleText(input.name());
    field.addEventHandler(KeyEvent.KEY_PRESSED, event -> step(event, input));
    explanation.textProperty().bind(input.problemProperty());
    BooleanBinding wrong =
        input
            .problemProperty()
            .isNotEmpty()
            .and(field.disabledProperty().not())
            .and(field.visibleProperty());
    explanation.visibleProperty().bind(wrong);
    explanation.managedProperty().bind(explanation.visibleProperty());
    return wrong.subscribe(bad -> mark(field, bad));
  }

  private static void mark(TextField field, boolean bad) {
    field.pseudoClassStateChanged(DANGER, bad);
  }

  private static void step(KeyEvent event, NumberInput input) {
    if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
      input.step(event.getCode() == KeyCode.UP);
      event.consume();
    }
  }
}
