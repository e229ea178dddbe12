package org.rhobust.workbench.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;

/**
 * By which columns a table is sorted, as a text that can be kept: {@code Error ASCENDING; Seed
 * DESCENDING}. What it says of columns that are not there is left out.
 *
 * @param <T> a line
 */
final class TableSort<T> {

  private static final String BETWEEN = "; ";

  private final TableView<T> table;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private boolean applying;

  /**
   * @param table with all its columns
   */
  TableSort(TableView<T> table) {
    this.table = table;
    table.getSortOrder().addListener((ListChangeListener<TableColumn<T, ?>>) change -> read());
    table.getColumns().forEach(column -> column.sortTypeProperty().subscribe(type -> read()));
    text.subscribe((before, after) -> apply(after));
  }

  StringProperty textProperty() {
    return text;
  }

  private void read() {
    if (!applying) {
      text.set(
          table.getSortOrder().stream().map(TableSort::words).collect(Collectors.joining(BETWEEN)));
    }
  }

  private void apply(String wanted) {
    List<TableColumn<T, ?>> order = new ArrayList<>();
    applying = true;
    for (String words : wanted.split(BETWEEN)) {
      for (TableColumn<T, ?> column : table.getColumns()) {
        for (SortType type : SortType.values()) {
          if (words.equals(words(column, type))) {
            column.setSortType(type);
            order.add(column);
          }
        }
      }
    }
    if (!order.equals(table.getSortOrder())) {
      table.getSortOrder().setAll(order);
    }
    applying = false;
  }

  private static String words(TableColumn<?, ?> column) {
    return words(column, column.getSortType());
  }

  private static String words(TableColumn<?, ?> column, SortType type) {
    return column.getText() + " " + type;
  }
}
