package org.rhobust.workbench.compare;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.rhobust.evaluation.RobustEvaluation;
import org.rhobust.model.ModelDescription;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.ModelTests.Measured;

/** The errors of the methods, a line each, with the settings they were trained with. */
final class FigureTable {

  private static final List<String> HEAD =
      List.of("Model", "Err", "Err(τ)", "RErr", "RErr(τ)", "τ", "Settings");

  private final GridPane grid = new GridPane();
  private List<Measured> shown;

  FigureTable() {
    grid.setId("compare-figures");
    grid.setHgap(22);
    grid.setVgap(4);
    for (int i = 0; i < HEAD.size(); i++) {
      ColumnConstraints column = new ColumnConstraints();
      boolean number = i > 0 && i < HEAD.size() - 1;
      column.setHalignment(number ? HPos.RIGHT : HPos.LEFT);
      column.setHgrow(i == HEAD.size() - 1 ? Priority.ALWAYS : Priority.NEVER);
      column.setMinWidth(i == HEAD.size() - 1 ? 60 : Region.USE_PREF_SIZE);
      grid.getColumnConstraints().add(column);
    }
  }

  GridPane node() {
    return grid;
  }

  /** Shows those that were attacked, anew when there are others. */
  void show(List<Column> columns) {
    List<Measured> measured =
        columns.stream().map(Column::measured).filter(Objects::nonNull).toList();
    if (measured.equals(shown)) {
      return;
    }
    shown = measured;
    grid.getChildren().clear();
    for (int i = 0; i < HEAD.size(); i++) {
      grid.add(label(HEAD.get(i), "muted"), i, 0);
    }
    int row = 1;
    for (Column column : columns) {
      if (column.measured() != null) {
        addRow(row++, column);
      }
    }
    grid.setVisible(row > 1);
    grid.setManaged(row > 1);
  }

  private void addRow(int row, Column column) {
    RobustEvaluation evaluation = column.measured().result().evaluation();
    OptionalDouble tau = ComparePlots.threshold(column);
    OptionalDouble error = OptionalDouble.of(evaluation.testError().at(0));
    OptionalDouble robust = OptionalDouble.of(evaluation.robustTestError().at(0));
    grid.add(label(column.subject().model().title(), "strong"), 0, row);
    grid.add(label(Format.percent(error)), 1, row);
    grid.add(label(Format.percent(at(tau, evaluation.testError()::at))), 2, row);
    grid.add(label(Format.percent(robust)), 3, row);
    grid.add(label(Format.percent(at(tau, evaluation.robustTestError()::at)), "strong"), 4, row);
    grid.add(label(Format.confidence(tau)), 5, row);
    Label settings = label(settings(column));
    settings.setMinWidth(60);
    settings.setTooltip(new Tooltip(settings(column)));
    grid.add(settings, 6, row);
  }

  private static OptionalDouble at(OptionalDouble tau, DoubleUnaryOperator error) {
    return tau.isEmpty() ? tau : OptionalDouble.of(error.applyAsDouble(tau.getAsDouble()));
  }

  private static String settings(Column column) {
    ModelDescription model = column.subject().model().description();
    if (model == null) {
      return "";
    }
    StringBuilder words = new StringBuilder(column.method().title());
    if (model.transition() != null) {
      words.append(", ρ = ").append(Format.number(model.transition().rho()));
    }
    words.append(", ").append(model.dataset()).append(", ").append(model.network());
    if (model.seed() != null) {
      words.append(", seed ").append(model.seed());
    }
    Double seconds = model.figures().get("training_seconds");
    return seconds == null
        ? words.toString()
        : words.append(", trained ").append(Math.round(seconds)).append(" s").toString();
  }

  private static Label label(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
