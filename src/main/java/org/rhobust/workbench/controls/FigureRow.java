package org.rhobust.workbench.controls;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Figures in a row, each under its name. */
public final class FigureRow {

  private final Pane row;
  private final double width;
  private final Map<String, Label> values = new LinkedHashMap<>();

  /**
   * @param row is filled with figures
   * @param width of each, in pixels, where there is room
   */
  public FigureRow(Pane row, double width) {
    this.row = row;
    this.width = width;
  }

  /** Adds a figure; its meaning is its tooltip. */
  public void add(String name, String meaning) {
    Label title = new Label(name);
    title.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    Label value = new Label("–");
    value.setId("figure-" + values.size());
    value.getStyleClass().add(Styles.TITLE_4);
    VBox box = new VBox(title, value);
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setPrefWidth(width);
    value.setAccessibleText(name + " –");
    value.setAccessibleHelp(meaning);
    Tooltip.install(box, new Tooltip(meaning));
    values.put(name, value);
    row.getChildren().add(box);
  }

  /** Shows a figure that was added. */
  public void show(String name, String value) {
    values.get(name).setText(value);
    values.get(name).setAccessibleText(name + " " + value);
  }
}
