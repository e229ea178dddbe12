package org.rhobust.workbench.runs;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import org.rhobust.run.RunSummary;
import org.rhobust.workbench.Command;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.WorkbenchContext;

/** What can be done with the run that is selected in the table: buttons, a menu and keys. */
final class RunActions {

  private final WorkbenchContext context;
  private final RunUses uses;
  private final RunsModel model;
  private final MeasurePane measure;
  private final RunsTableView table;
  private final Parent root;

  @FXML private Button open;
  @FXML private Button trainFrom;
  @FXML private Button resume;
  @FXML private Button attack;

  RunActions(
      WorkbenchContext context,
      RunUses uses,
      RunsModel model,
      MeasurePane measure,
      RunsTableView table) {
    this.context = context;
    this.uses = uses;
    this.model = model;
    this.measure = measure;
    this.table = table;
    root = ViewLoader.load("run-actions", this);
    // Before the table, which would begin to edit.
    table.node().addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  Parent node() {
    return root;
  }

  /** For the palette. */
  List<Command> commands() {
    return List.of(
        new Command("Show the curves of the ticked runs", "", this::showCurves),
        new Command("Open the selected run’s model", "Enter", this::openFinished),
        new Command("Delete the selected run", "Delete", this::delete),
        new Command("Rename the selected run", "F2", this::rename),
        new Command("Annotate the selected run", "", this::annotate));
  }

  /** Offers what can be done with a run. */
  void show(RunSummary run) {
    boolean finished = run.state() == RunSummary.State.FINISHED;
    boolean active = context.snapshot().getValue().state().active();
    open.setDisable(!finished);
    trainFrom.setDisable(!finished);
    attack.setDisable(!finished);
    resume.setDisable(active || run.state() != RunSummary.State.STOPPED);
  }

  private void keyPressed(KeyEvent event) {
    if (table.node().getEditingCell() != null) {
      return;
    }
    switch (event.getCode()) {
      case ENTER -> openFinished();
      case DELETE -> delete();
      case F2 -> rename();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void openFinished() {
    RunSummary run = table.selected();
    if (run != null && run.state() == RunSummary.State.FINISHED) {
      openModel();
    }
  }

  @FXML
  private void showCurves() {
    RunSummary run = table.selected();
    if (run != null && context.selection().shownRuns().isEmpty()) {
      model.showCurves(run, true);
    }
    context.show().accept("training");
  }

  @FXML
  private void openModel() {
    uses.openModel().accept(table.selected().finalModel());
  }

  @FXML
  private void trainFrom() {
    uses.trainFrom().accept(table.selected());
  }

  @FXML
  private void resume() {
    try {
      context.training().resume(table.selected().folder());
      context.show().accept("training");
    } catch (IllegalStateException e) {
      model.tell(e.getMessage());
    }
  }

  @FXML
  private void measure() {
    measure.measure(table.selected());
  }

  @FXML
  private void rename() {
    table.editName();
  }

  @FXML
  private void annotate() {
    table.editNote();
  }

  @FXML
  private void delete() {
    if (table.selected() != null) {
      model.delete(table.selected());
    }
  }

  @FXML
  private void copyCommand() {
    model
        .command(table.selected())
        .whenCompleteAsync(
            (command, failure) -> {
              if (failure == null) {
                ClipboardContent content = new ClipboardContent();
                content.putString("java -jar target/rhobust.jar " + command);
                Clipboard.getSystemClipboard().setContent(content);
                context.notice().accept("Copied: " + command);
              } else {
                model.tell(failure.getCause().getMessage());
              }
            },
            context.ui());
  }
}
