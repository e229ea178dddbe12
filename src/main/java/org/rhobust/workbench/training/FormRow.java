package org.rhobust.workbench.training;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.workbench.NumberFields;
import org.rhobust.workbench.NumberInput;
import org.rhobust.workbench.controls.Lines;

/** Fields side by side under their names, and below them what is wrong with each. */
final class FormRow {

  private static final double FIELD_WIDTH = 60;
  private static final double LEAST_WIDTH = 50;

  private final HBox row = new HBox(10);
  private final List<Label> problems = new ArrayList<>();
  private Subscription listening = Subscription.EMPTY;

  /** Adds a number; its name as a person reads it, which may differ from that in messages. */
  FormRow number(String name, NumberInput input) {
    number(name, input, new TextField());
    return this;
  }

  /** Adds a number in this field. */
  FormRow number(String name, NumberInput input, TextField field) {
    field.setPrefWidth(FIELD_WIDTH);
    field.setMinWidth(0);
    Label problem = problem();
    listening = listening.and(NumberFields.bind(field, problem, input));
    return control(name, field);
  }

  /** Adds any field. */
  FormRow control(String name, Control control) {
    Label label = new Label(name);
    label.getStyleClass().add("field-label");
    label.setLabelFor(control);
    control.setMaxWidth(Double.MAX_VALUE);
    VBox box = new VBox(4, label, control);
    box.setMinWidth(LEAST_WIDTH);
    box.managedProperty().bind(control.visibleProperty());
    box.visibleProperty().bind(control.visibleProperty());
    HBox.setHgrow(box, Priority.ALWAYS);
    row.getChildren().add(box);
    return this;
  }

  /** Says what is wrong beside single numbers. */
  FormRow explained(ObservableValue<String> why) {
    Lines.show(problem(), why);
    return this;
  }

  /** Puts the row at the end of a form. */
  Subscription addTo(Pane form) {
    form.getChildren().add(row);
    form.getChildren().addAll(problems);
    return listening;
  }

  private Label problem() {
    Label label = new Label();
    label.getStyleClass().add("problem");
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    problems.add(label);
    return label;
  }
}
