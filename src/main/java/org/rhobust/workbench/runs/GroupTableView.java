package org.rhobust.workbench.runs;

import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.rhobust.run.Durations;
import org.rhobust.run.RunGroup;
import org.rhobust.run.RunGroup.Spread;
import org.rhobust.workbench.controls.Format;

/** A line a group of runs, with means and deviations over the seeds. */
final class GroupTableView {

  private final TableView<RunGroup> table = new TableView<>();

  GroupTableView() {
    table.setId("run-groups");
    table.getStyleClass().addAll(Styles.DENSE, Styles.BORDERED, "figure-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setAccessibleText("Groups of runs with mean and standard deviation");
    add("Method", 110, g -> g.method().isEmpty() ? "all" : RunWords.method(g.method()));
    add("ρ", 60, g -> Double.isNaN(g.rho()) ? "–" : Format.exact(g.rho()));
    add("Data, network, threat", 210, RunGroup::setting);
    add("Runs", 56, g -> Format.count(g.runs()));
    addSpread("Error", RunGroup::error, RunWords::percent);
    addSpread("RErr(τ)", RunGroup::robustError, RunWords::percent);
    addSpread("τ", RunGroup::threshold, RunWords::number);
    addSpread(
        "Time", RunGroup::seconds, s -> s.count() == 0 ? "–" : "Ø " + Durations.words(s.mean()));
  }

  TableView<RunGroup> node() {
    return table;
  }

  void show(List<RunGroup> groups) {
    if (!groups.equals(table.getItems())) {
      table.getItems().setAll(groups);
      table.sort();
    }
  }

  private void add(String title, double width, Function<RunGroup, String> words) {
    column(title, width, words, Function.identity(), Comparator.naturalOrder());
  }

  private void addSpread(
      String title, Function<RunGroup, Spread> spread, Function<Spread, String> words) {
    column(title, 170, spread, words, Comparator.comparingDouble(Spread::mean));
  }

  private <T> void column(
      String title,
      double width,
      Function<RunGroup, T> value,
      Function<T, String> words,
      Comparator<T> order) {
    TableColumn<RunGroup, T> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setReorderable(false);
    column.setComparator(order);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : words.apply(item));
              }
            });
    table.getColumns().add(column);
  }
}
