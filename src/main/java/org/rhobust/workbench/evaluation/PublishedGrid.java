package org.rhobust.workbench.evaluation;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.rhobust.report.PublishedResults;
import org.rhobust.workbench.controls.Format;

/** The paper's numbers, for orientation, under their label. */
final class PublishedGrid {

  private static final List<String> COLUMNS =
      List.of("data, threat model, training", "Err", "RErr", "AUC", "Err(τ)", "RErr(τ)", "τ");
  private static final double COLUMN_GAP = 22;
  private static final double ROW_GAP = 3;
  private static final double SPACING = 8;

  private PublishedGrid() {}

  static Node node() {
    GridPane grid = new GridPane();
    grid.setHgap(COLUMN_GAP);
    grid.setVgap(ROW_GAP);
    for (int column = 0; column < COLUMNS.size(); column++) {
      add(grid, column, 0, COLUMNS.get(column), "muted");
    }
    int line = 1;
    for (PublishedResults.Row row : PublishedResults.ROWS) {
      List<String> cells =
          List.of(
              "%s, %s, %s".formatted(row.data(), row.threat(), row.training()),
              percent(row.error()),
              percent(row.robustError()),
              number(row.area()),
              percent(row.errorAtThreshold()),
              percent(row.robustErrorAtThreshold()),
              number(row.threshold()));
      for (int column = 0; column < cells.size(); column++) {
        add(grid, column, line, cells.get(column), "text");
      }
      line++;
    }
    VBox box = new VBox(SPACING, grid);
    PublishedResults.REMARKS.forEach(remark -> box.getChildren().add(remark(remark)));
    return box;
  }

  private static void add(GridPane grid, int column, int row, String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    GridPane.setHalignment(label, column == 0 ? HPos.LEFT : HPos.RIGHT);
    grid.add(label, column, row);
  }

  private static Label remark(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  private static String percent(Double percent) {
    return percent == null ? "–" : Format.plain(percent) + " %";
  }

  private static String number(Double number) {
    return number == null ? "–" : Format.plain(number);
  }
}
