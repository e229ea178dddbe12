package org.rhobust.workbench.training;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.Property;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Pane;
import org.rhobust.data.augmentation.Augmentations;
import org.rhobust.training.Preset;
import org.rhobust.training.Presets;
import org.rhobust.workbench.controls.Fields;

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

  /** A label that is there only while it has something to say. */
  static void bindOptional(Label label, ObservableValue<String> text) {
    label.textProperty().bind(text);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
  }

  /** Marks a box while its problem is not empty, and says it below. */
  static void bindProblem(ComboBox<String> box, Label label, ObservableValue<String> problem) {
    bindOptional(label, problem);
    problem.subscribe(
        text -> {
          box.pseudoClassStateChanged(Styles.STATE_DANGER, !text.isEmpty());
          box.getEditor().pseudoClassStateChanged(Styles.STATE_DANGER, !text.isEmpty());
        });
  }

  /** A check box for each augmentation; they are applied in the order of the registry. */
  static void bindAugmentation(Pane pane, TrainingForm form) {
    for (String name : Augmentations.names()) {
      CheckBox box = new CheckBox(name);
      form.augmentationProperty().subscribe(names -> box.setSelected(names.contains(name)));
      box.setOnAction(
          event -> {
            List<String> chosen = new ArrayList<>(Augmentations.names());
            List<String> before = form.augmentationProperty().get();
            chosen.removeIf(
                other -> other.equals(name) ? !box.isSelected() : !before.contains(other));
            form.augmentationProperty().set(chosen);
          });
      pane.getChildren().add(box);
    }
  }
}
