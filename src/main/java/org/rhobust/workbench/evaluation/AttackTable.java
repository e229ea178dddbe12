package org.rhobust.workbench.evaluation;

import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.rhobust.workbench.controls.Format;

/** Attacks with their figures, a column of which a person may sort by. */
final class AttackTable {

  private static final double ROW = 26;
  private static final double HEADER = 34;
  private static final int MOST_ROWS = 14;
  private static final String WORST_CASE = "worst-case";

  private final TableView<AttackRow> table = new TableView<>();

  private AttackTable(String what) {
    table.getStyleClass().addAll(Styles.DENSE, Styles.BORDERED, "figure-table");
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setAccessibleText(what);
  }

  /** The table of adversaries. */
  static AttackTable ofAdversaries() {
    AttackTable table = new AttackTable("Robust error by threat model and attack");
    table.addText("Threat", 64, AttackRow::threat);
    table.addText("Attack", 292, AttackRow::attack);
    table.addText("Family", 84, AttackRow::family);
    table.addNumber("RErr(τ)", 72, AttackRow::atThreshold, Format::percent);
    table.addNumber("RErr", 72, AttackRow::withoutRejection, Format::percent);
    table.addNumber("Surest error", 108, AttackRow::mostConfident, Format::confidence);
    return table;
  }

  /** The table of inputs without an adversary. */
  static AttackTable ofOthers() {
    AttackTable table = new AttackTable("Errors without an adversary");
    table.addText("Input", 300, AttackRow::attack);
    table.addText("Family", 110, AttackRow::family);
    table.addNumber("At τ", 70, AttackRow::atThreshold, Format::percent);
    table.addNumber("Without rejection", 140, AttackRow::withoutRejection, Format::percent);
    return table;
  }

  TableView<AttackRow> node() {
    return table;
  }

  /** Shows the rows, in their order until a person sorts them. */
  void show(List<AttackRow> rows) {
    table.getItems().setAll(rows);
    table.sort();
    double height = HEADER + ROW * Math.min(MOST_ROWS, rows.size()) + 2;
    table.setMinHeight(height);
    table.setPrefHeight(height);
    table.setMaxHeight(height);
  }

  private void addText(String title, double width, Function<AttackRow, String> text) {
    add(title, width, text, Function.identity(), Comparator.naturalOrder(), Pos.CENTER_LEFT);
  }

  private void addNumber(
      String title,
      double width,
      Function<AttackRow, OptionalDouble> value,
      Function<OptionalDouble, String> words) {
    add(
            title,
            width,
            value,
            words,
            Comparator.comparingDouble(number -> number.orElse(-1)),
            Pos.CENTER_RIGHT)
        .getStyleClass()
        .add("number");
  }

  private <T> TableColumn<AttackRow, T> add(
      String title,
      double width,
      Function<AttackRow, T> value,
      Function<T, String> words,
      Comparator<T> order,
      Pos alignment) {
    TableColumn<AttackRow, T> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 60));
    column.setComparator(order);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(c -> new Cell<>(words, alignment));
    column.setReorderable(false);
    table.getColumns().add(column);
    return column;
  }

  private static final class Cell<T> extends TableCell<AttackRow, T> {

    private final Function<T, String> words;

    Cell(Function<T, String> words, Pos alignment) {
      this.words = words;
      setAlignment(alignment);
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      String text = empty || item == null ? "" : words.apply(item);
      setText(text);
      setTooltip(text.isEmpty() ? null : new Tooltip(text));
      AttackRow row = getTableRow() == null ? null : getTableRow().getItem();
      getStyleClass().remove(WORST_CASE);
      if (row != null && row.worst()) {
        getStyleClass().add(WORST_CASE);
      }
    }
  }
}
