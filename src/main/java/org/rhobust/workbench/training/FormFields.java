package org.rhobust.workbench.training;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.rhobust.training.Preset;
import org.rhobust.training.Presets;
import org.rhobust.workbench.controls.Fields;
import org.rhobust.workbench.controls.Lines;

/** Binds the controls of the training form that are not numbers. */
final class FormFields {

  private FormFields() {}

  /** Shows presets by their names, and in the list with what they are. */
  static void bindPresets(ComboBox<Preset> box, Property<Preset> value) {
    box.getItems().setAll(Presets.all());
    box.setConverter(Fields.words(Preset::name));
    box.setCellFactory(list -> new PresetCell());
    box.valueProperty().bindBidirectional(value);
  }

  private static final class PresetCell extends ListCell<Preset> {

    @Override
    protected void updateItem(Preset preset, boolean empty) {
      super.updateItem(preset, empty);
      setText(empty ? "" : preset.name() + ": " + preset.title());
    }
  }

  /** A choice among names, in which others may be typed: taken with Enter, or on leaving it. */
  static void bindNames(ComboBox<String> box, List<String> names, StringProperty value) {
    box.getItems().setAll(names);
    box.valueProperty().bindBidirectional(value);
  }

  /** Marks a box while its problem is not empty, and says it below. */
  static Subscription bindProblem(
      ComboBox<String> box, Label label, ObservableValue<String> problem) {
    Lines.show(label, problem);
    return problem.subscribe(
        text -> {
          box.pseudoClassStateChanged(Styles.STATE_DANGER, !text.isEmpty());
          box.getEditor().pseudoClassStateChanged(Styles.STATE_DANGER, !text.isEmpty());
        });
  }

  /**
   * Adds a check box for each name, ticked while it is among the chosen ones.
   *
   * @param first of these names the chosen ones are in this order, before all others
   */
  static Subscription addFlags(
      Pane pane, List<String> names, Supplier<List<String>> first, Property<List<String>> chosen) {
    Subscription listening = Subscription.EMPTY;
    for (String name : names) {
      CheckBox box = new CheckBox(name);
      box.setOnAction(
          event -> {
            Set<String> now = new LinkedHashSet<>(chosen.getValue());
            if (box.isSelected()) {
              now.add(name);
            } else {
              now.remove(name);
            }
            Set<String> order = new LinkedHashSet<>(first.get());
            order.addAll(names);
            chosen.setValue(order.stream().filter(now::contains).toList());
          });
      listening = listening.and(chosen.subscribe(now -> box.setSelected(now.contains(name))));
      pane.getChildren().add(box);
    }
    return listening;
  }
}
