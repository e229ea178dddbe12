package org.rhobust.workbench.evaluation;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.rhobust.report.PublishedResults;

/** The paper's numbers, for orientation, under their label. */
final class PublishedGrid {

  private static final double COLUMN_GAP = 22;
  private static final double ROW_GAP = 3;
  private static final double SPACING = 8;

  private PublishedGrid() {}

  static Node node() {
    GridPane grid = new GridPane();
    grid.setHgap(COLUMN_GAP);
    grid.setVgap(ROW_GAP);
    add(grid, 0, "data, threat model, training", PublishedResults.HEADS, "muted");
    int line = 1;
    for (PublishedResults.Row row : PublishedResults.ROWS) {
      add(grid, line++, row.name(), row.cells(), "text");
    }
    VBox box = new VBox(SPACING, grid);
    PublishedResults.REMARKS.forEach(remark -> box.getChildren().add(remark(remark)));
    return box;
  }

  private static void add(GridPane grid, int line, String name, List<String> cells, String style) {
    add(grid, 0, line, name, style);
    for (int i = 0; i < cells.size(); i++) {
      add(grid, i + 1, line, cells.get(i), style);
    }
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
}
