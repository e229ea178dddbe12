package org.rhobust.workbench.runs;

import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.rhobust.run.RunTable;
import org.rhobust.training.TrainingMethod;
import org.rhobust.workbench.controls.Fields;

/** The controls that say which runs are shown, and by what they are grouped. */
final class RunFilters {

  private RunFilters() {}

  /** Lets the controls show and change what the model filters and groups by. */
  static void bind(
      TextField words,
      ComboBox<String> method,
      ComboBox<RunTable.Grouping> grouping,
      RunsModel model) {
    words.textProperty().bindBidirectional(model.wordsProperty());
    method.getItems().add("");
    for (TrainingMethod each : TrainingMethod.values()) {
      method.getItems().add(each.id());
    }
    method.setConverter(Fields.words(id -> id.isEmpty() ? "All methods" : RunWords.method(id)));
    method.valueProperty().bindBidirectional(model.methodProperty());
    grouping.getItems().add(null);
    grouping.getItems().addAll(RunTable.Grouping.values());
    grouping.setConverter(Fields.words(RunFilters::words));
    grouping.setPromptText("Each run");
    grouping.valueProperty().bindBidirectional(model.groupingProperty());
  }

  private static String words(RunTable.Grouping grouping) {
    return switch (grouping) {
      case METHOD -> "By method";
      case RHO -> "By ρ";
      case METHOD_AND_RHO -> "By method and ρ";
    };
  }
}
