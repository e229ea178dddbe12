package org.rhobust.workbench.runs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.run.RunTable;
import org.rhobust.training.TrainingMethod;
import org.rhobust.workbench.Memory;
import org.rhobust.workbench.controls.Fields;

/** The controls that say which runs are shown, and by what they are grouped. */
final class RunFilters {

  private static final List<Optional<RunTable.Grouping>> GROUPINGS =
      Stream.concat(
              Stream.of(Optional.<RunTable.Grouping>empty()),
              Arrays.stream(RunTable.Grouping.values()).map(Optional::of))
          .toList();

  private RunFilters() {}

  /** Keeps what is filtered and grouped by. */
  static Subscription keep(Memory memory, RunsModel model) {
    return memory
        .keepText("runs.words", "filter of the runs", model.wordsProperty())
        .and(memory.keepText("runs.method", "method of the runs", model.methodProperty()))
        .and(
            memory.keepOne(
                "runs.grouping",
                "grouping of the runs",
                model.groupingProperty(),
                GROUPINGS,
                by -> by.map(RunTable.Grouping::name).orElse("RUN")));
  }

  /** Lets the controls show and change what the model filters and groups by. */
  static void bind(
      TextField words,
      ComboBox<String> method,
      ComboBox<Optional<RunTable.Grouping>> grouping,
      RunsModel model) {
    words.textProperty().bindBidirectional(model.wordsProperty());
    method.getItems().add("");
    for (TrainingMethod each : TrainingMethod.values()) {
      method.getItems().add(each.id());
    }
    method.setConverter(Fields.words(id -> id.isEmpty() ? "All methods" : RunWords.method(id)));
    method.valueProperty().bindBidirectional(model.methodProperty());
    grouping.getItems().setAll(GROUPINGS);
    grouping.setConverter(Fields.words(by -> by.map(RunFilters::words).orElse("Each run")));
    grouping.valueProperty().bindBidirectional(model.groupingProperty());
  }

  /** In the place of the runs, where none is shown. */
  static VBox nothingPasses(RunsModel model) {
    Button all = new Button("Clear the filter");
    all.setOnAction(event -> model.clearFilter());
    VBox box = new VBox(10, new Label("No run passes the filter."), all);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private static String words(RunTable.Grouping grouping) {
    return switch (grouping) {
      case METHOD -> "By method";
      case RHO -> "By ρ";
      case METHOD_AND_RHO -> "By method and ρ";
    };
  }
}
