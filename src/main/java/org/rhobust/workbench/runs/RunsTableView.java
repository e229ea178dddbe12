package org.rhobust.workbench.runs;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.util.Subscription;
import javafx.util.converter.DefaultStringConverter;
import org.rhobust.run.Durations;
import org.rhobust.run.RunSummary;
import org.rhobust.threat.Norms;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.Format;

/** A line a run: sorted by a click on a column's head, named and annotated in place. */
final class RunsTableView {

  private final RunsModel model;
  private final Selection selection;
  private final TableView<RunSummary> table = new TableView<>();
  private final TableColumn<RunSummary, String> name;
  private final TableColumn<RunSummary, String> note;
  private final Subscription listening;
  private boolean showing;

  RunsTableView(RunsModel model, Selection selection) {
    this.model = model;
    this.selection = selection;
    table.setId("runs");
    table.getStyleClass().addAll(Styles.DENSE, Styles.BORDERED, "figure-table");
    table.setAccessibleText("Runs of the folder");
    table.setEditable(true);
    addCurves();
    name = editable("Name", 240, RunSummary::name, model::rename);
    text("State", 82, run -> run.state().word());
    text("Method", 84, run -> RunWords.method(run.method()));
    text("Data", 66, RunSummary::dataset);
    number("ρ", 46, RunSummary::rho, RunsTableView::plain);
    number("ε", 46, RunSummary::epsilon, RunsTableView::plain);
    text("Norm", 56, run -> symbol(run.norm()));
    number("Seed", 48, run -> run.seed() == null ? Double.NaN : run.seed(), RunsTableView::plain);
    number(
        "Epochs", 62, run -> run.epochs() == 0 ? Double.NaN : run.epochs(), RunsTableView::plain);
    add("Steps", 84, run -> run, RunWords::steps, Comparator.comparingInt(RunSummary::steps), true);
    number("Error", 62, RunSummary::error, RunWords::percent);
    number("RErr(τ)", 68, RunSummary::robustError, RunWords::percent);
    number("τ", 50, RunSummary::threshold, value -> dash(value, Format.confidence(value)));
    number("Time", 84, RunSummary::seconds, value -> dash(value, Durations.words(value)));
    add(
        "Changed",
        128,
        run -> run,
        RunWords::date,
        Comparator.comparing(RunSummary::changed),
        false);
    note = editable("Note", 130, RunSummary::note, model::annotate);
    Subscription items = model.shownProperty().subscribe(shown -> show(shown.runs()));
    Subscription run = selection.runProperty().subscribe(folder -> select());
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
    table.getItems().setAll(sorted);
    showing = false;
    select();
  }

  private void select() {
    showing = true;
    table.getSelectionModel().clearSelection();
    table.getItems().stream()
        .filter(run -> run.folder().equals(selection.runProperty().get()))
        .findFirst()
        .ifPresent(table.getSelectionModel()::select);
    showing = false;
  }

  private void selected(RunSummary run) {
    if (!showing && run != null) {
      selection.runProperty().set(run.folder());
    }
  }

  private void addCurves() {
    TableColumn<RunSummary, Boolean> column = new TableColumn<>("Curves");
    column.setPrefWidth(66);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellFactory(c -> new CheckBoxTableCell<>(this::curvesOf));
    table.getColumns().add(column);
  }

  private SimpleBooleanProperty curvesOf(int row) {
    RunSummary run = table.getItems().get(row);
    SimpleBooleanProperty on =
        new SimpleBooleanProperty(selection.shownRuns().contains(run.folder()));
    on.subscribe((before, after) -> model.showCurves(run, after));
    return on;
  }

  /** Told what was typed for a run. */
  @FunctionalInterface
  private interface Edit {
    void take(RunSummary run, String text);
  }

  private TableColumn<RunSummary, String> editable(
      String title, double width, Function<RunSummary, String> value, Edit edit) {
    TableColumn<RunSummary, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(c -> new TextFieldTableCell<>(new DefaultStringConverter()));
    column.setOnEditCommit(
        event -> {
          edit.take(event.getRowValue(), event.getNewValue());
          table.requestFocus();
        });
    table.getColumns().add(column);
    return column;
  }

  private void text(String title, double width, Function<RunSummary, String> value) {
    add(title, width, value, Function.identity(), Comparator.naturalOrder(), false);
  }

  /** Unknown numbers come last in ascending order. */
  private void number(
      String title,
      double width,
      Function<RunSummary, Double> value,
      Function<Double, String> words) {
    add(title, width, value, words, Comparator.naturalOrder(), true);
  }

  private <T> void add(
      String title,
      double width,
      Function<RunSummary, T> value,
      Function<T, String> words,
      Comparator<T> order,
      boolean right) {
    TableColumn<RunSummary, T> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setReorderable(false);
    column.setEditable(false);
    column.setComparator(order);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(c -> new Cell<>(words, right));
    if (right) {
      column.getStyleClass().add("number");
    }
    table.getColumns().add(column);
  }

  private static final class Cell<T> extends TableCell<RunSummary, T> {

    private final Function<T, String> words;

    Cell(Function<T, String> words, boolean right) {
      this.words = words;
      setAlignment(right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : words.apply(item));
      RunSummary run = empty || getTableRow() == null ? null : getTableRow().getItem();
      setTooltip(run == null || run.remark().isEmpty() ? null : new Tooltip(run.remark()));
    }
  }

  private static String plain(double value) {
    return dash(value, Double.isNaN(value) ? "" : Format.exact(value));
  }

  private static String dash(double value, String words) {
    return Double.isNaN(value) ? "–" : words;
  }

  private static String symbol(String norm) {
    return Norms.all().stream()
        .filter(known -> known.name().equals(norm))
        .map(known -> known.symbol())
        .findFirst()
        .orElse(norm.isEmpty() ? "–" : norm);
  }
}
