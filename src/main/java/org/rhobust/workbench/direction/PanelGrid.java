package org.rhobust.workbench.direction;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Sets panels side by side, equally wide, each part on the height of its neighbour's. */
final class PanelGrid {

  private PanelGrid() {}

  /** Fills a grid with these panels. */
  static void fill(GridPane grid, List<DirectionPanel> panels) {
    List<Node> wanted = panels.stream().flatMap(panel -> panel.parts().stream()).toList();
    if (grid.getChildren().equals(wanted)) {
      return;
    }
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    for (int column = 0; column < panels.size(); column++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setPercentWidth(100.0 / panels.size());
      grid.getColumnConstraints().add(width);
      List<Node> parts = panels.get(column).parts();
      for (int row = 0; row < parts.size(); row++) {
        grid.add(parts.get(row), column, row);
      }
      GridPane.setVgrow(parts.get(DirectionPanel.PLOT_ROW), Priority.ALWAYS);
    }
  }
}
