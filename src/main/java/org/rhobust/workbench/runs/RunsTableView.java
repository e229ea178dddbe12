package org.rhobust.workbench.runs;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Subscription;
import org.rhobust.run.RunSummary;
import org.rhobust.workbench.Selection;

/** A line a run: sorted by a click on a column's head, named and annotated in place. */
final class RunsTableView {

  private final Selection selection;
  private final TableView<RunSummary> table = new TableView<>();
  private final TableColumn<RunSummary, String> name;
  private final TableColumn<RunSummary, String> note;
  private final TableSort<RunSummary> sort;
  private final Subscription listening;
  private boolean showing;
  private boolean picking;

  RunsTableView(RunsModel model, Selection selection) {
    this.selection = selection;
    table.setId("runs");
    table.getStyleClass().addAll(Styles.DENSE, Styles.BORDERED, "figure-table");
    table.setAccessibleText("Runs of the folder");
    table.setEditable(true);
    RunColumns columns = new RunColumns(table, model, selection);
    name = columns.name();
    note = columns.note();
    sort = new TableSort<>(table);
    Subscription items = model.shownProperty().subscribe(shown -> show(shown.runs()));
    Subscription run = selection.runProperty().subscribe(folder -> reveal());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((o, before, after) -> selected(after));
    ListChangeListener<Object> curves = change -> table.refresh();
    selection.shownRuns().addListener(curves);
    listening = items.and(run).and(() -> selection.shownRuns().removeListener(curves));
  }

  TableView<RunSummary> node() {
    return table;
  }

  /** By which columns the runs are sorted, as text. */
  StringProperty sortProperty() {
    return sort.textProperty();
  }

  /** The run that is looked at; null for none. */
  RunSummary selected() {
    return table.getSelectionModel().getSelectedItem();
  }

  /** Lets the name of the selected run be typed. */
  void editName() {
    edit(name);
  }

  /** Lets the note of the selected run be typed. */
  void editNote() {
    edit(note);
  }

  void close() {
    listening.unsubscribe();
  }

  private void edit(TableColumn<RunSummary, String> column) {
    int row = table.getSelectionModel().getSelectedIndex();
    table.scrollToColumn(column);
    table.scrollTo(row);
    table.layout();
    table.requestFocus();
    table.edit(row, column);
  }

  /** While something is typed the table stays as it is. */
  private void show(List<RunSummary> runs) {
    if (table.getEditingCell() != null) {
      return;
    }
    showing = true;
    List<RunSummary> sorted = new ArrayList<>(runs);
    if (table.getComparator() != null) {
      sorted.sort(table.getComparator());
    }
    boolean known = looked(table.getItems()).isPresent();
    table.getItems().setAll(sorted);
    showing = false;
    if (known) {
      select();
    } else {
      reveal();
    }
  }

  private void reveal() {
    if (!picking) {
      select();
      looked(table.getItems()).ifPresent(table::scrollTo);
    }
  }

  private Optional<RunSummary> looked(List<RunSummary> runs) {
    return runs.stream()
        .filter(run -> run.folder().equals(selection.runProperty().get()))
        .findFirst();
  }

  private void select() {
    showing = true;
    table.getSelectionModel().clearSelection();
    looked(table.getItems()).ifPresent(table.getSelectionModel()::select);
    showing = false;
  }

  private void selected(RunSummary run) {
    if (!showing && run != null) {
      picking = true;
      selection.runProperty().set(run.folder());
      picking = false;
    }
  }
}
