package org.rhobust.workbench.runs;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.util.converter.DefaultStringConverter;
import org.rhobust.run.Durations;
import org.rhobust.run.RunSummary;
import org.rhobust.threat.Norms;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.Format;

/** What the table of runs tells of a run, a column each. */
final class RunColumns {

  private final TableView<RunSummary> table;
  private final RunsModel model;
  private final Selection selection;
  private final TableColumn<RunSummary, String> name;
  private final TableColumn<RunSummary, String> note;

  /** Adds all columns to the table. */
  RunColumns(TableView<RunSummary> table, RunsModel model, Selection selection) {
    this.table = table;
    this.model = model;
    this.selection = selection;
    addCurves();
    name = editable("Name", 240, RunSummary::name, model::rename);
    text("State", 82, run -> run.state().word());
    text("Method", 84, run -> RunWords.method(run.method()));
    text("Data", 66, RunSummary::dataset);
    number("ρ", 46, RunSummary::rho, RunColumns::plain);
    number("ε", 46, RunSummary::epsilon, RunColumns::plain);
    text("Norm", 56, run -> symbol(run.norm()));
    number("Seed", 48, run -> run.seed() == null ? Double.NaN : run.seed(), RunColumns::plain);
    number("Epochs", 62, run -> run.epochs() == 0 ? Double.NaN : run.epochs(), RunColumns::plain);
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
  }

  /** Renames a run. */
  TableColumn<RunSummary, String> name() {
    return name;
  }

  /** Annotates a run. */
  TableColumn<RunSummary, String> note() {
    return note;
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
