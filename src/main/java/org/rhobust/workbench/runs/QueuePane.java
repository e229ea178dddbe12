package org.rhobust.workbench.runs;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.rhobust.service.QueueSnapshot;
import org.rhobust.service.QueuedRun;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.TrainingSettings;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.Lines;
import org.rhobust.workbench.controls.TotalTime;

/** The queue: what trains, what waits, and how more is lined up. */
final class QueuePane {

  /** The height of a run at the usual size of the text; the style sheet scales it. */
  private static final double LINE = 38;

  private static final int MOST_LINES = 4;

  private final WorkbenchContext context;
  private final RunUses uses;
  private final QueueModel model;
  private final SweepModel sweep;
  private final TotalTime time;
  private final Parent root;
  private Subscription listening = Subscription.EMPTY;

  @FXML private Label words;
  @FXML private Button addForm;
  @FXML private ToggleButton several;
  @FXML private Button pause;
  @FXML private Button clear;
  @FXML private Label problem;
  @FXML private StackPane sweepPane;
  @FXML private ListView<QueuedRun> list;

  QueuePane(WorkbenchContext context, RunUses uses, QueueModel model) {
    this.context = context;
    this.uses = uses;
    this.model = model;
    sweep = new SweepModel(uses.form());
    time = new TotalTime(model.queue().speeds(), context.training()::estimate, context.ui());
    root = ViewLoader.load("queue", this);
  }

  Parent node() {
    return root;
  }

  void close() {
    listening.unsubscribe();
    model.close();
  }

  @FXML
  private void initialize() {
    addForm.disableProperty().bind(uses.form().map(form -> form == null).orElse(true));
    sweepPane.visibleProperty().bind(several.selectedProperty());
    sweepPane.managedProperty().bind(several.selectedProperty());
    SweepPane fields = new SweepPane(sweep, time, this::addSweep);
    sweepPane.getChildren().setAll(fields.node());
    Lines.show(
        problem,
        Bindings.createStringBinding(
            this::problemText, model.problemProperty(), model.snapshotProperty()));
    list.setCellFactory(view -> new QueueCell(model.queue()));
    list.setFixedCellSize(LINE);
    list.getStyleClass().add("queue-list");
    list.fixedCellSizeProperty().subscribe((before, size) -> fitHeight());
    // Both together are too high for a small window.
    list.visibleProperty()
        .bind(Bindings.isNotEmpty(list.getItems()).and(several.selectedProperty().not()));
    list.managedProperty().bind(list.visibleProperty());
    several.selectedProperty().subscribe(() -> measure());
    listening =
        sweep
            .planProperty()
            .subscribe(plan -> measure())
            .and(model.snapshotProperty().subscribe(() -> showIfSeen()))
            .and(list.sceneProperty().subscribe(scene -> showIfSeen()))
            .and(
                context
                    .snapshot()
                    .map(TrainingSnapshot::state)
                    .subscribe((before, state) -> measure()))
            .and(fields.keep(context.memory()))
            .and(
                context
                    .memory()
                    .keepText("runs.sweep.rhos", "ρ values to line up", sweep.rhosProperty()))
            .and(
                context
                    .memory()
                    .keepText("runs.sweep.seeds", "seeds to line up", sweep.seedsProperty()));
  }

  /** Only a person who looks at the sweep wants its time. */
  private void measure() {
    time.ask(
        several.isSelected() ? sweep.planProperty().get().settings() : List.of(),
        context.deviceProperty().getValue());
  }

  private void addSweep(List<TrainingSettings> settings) {
    model.add(settings);
    several.setSelected(false);
  }

  @FXML
  private void addForm() {
    model.add(List.of(uses.form().getValue()));
  }

  @FXML
  private void pauseOrGoOn() {
    if (model.snapshotProperty().get().paused()) {
      model.queue().unpause();
    } else {
      model.queue().pause();
    }
  }

  @FXML
  private void clearFinished() {
    model.queue().clearFinished();
  }

  private String problemText() {
    String own = model.problemProperty().get();
    return own.isEmpty() ? model.snapshotProperty().get().problem() : own;
  }

  /** A training of the queue tells its progress many times a second; nobody may look. */
  private void showIfSeen() {
    if (list.getScene() != null) {
      show(model.snapshotProperty().get());
    }
  }

  private void show(QueueSnapshot now) {
    words.setText(QueueModel.words(now));
    pause.setText(now.paused() ? "Go on" : "Pause the queue");
    pause.setDisable(!now.paused() && !now.pending());
    boolean some = now.runs().stream().anyMatch(r -> r.state() == QueuedRun.State.FINISHED);
    clear.setVisible(some);
    clear.setManaged(some);
    for (int i = 0; i < now.runs().size(); i++) {
      if (i >= list.getItems().size()) {
        list.getItems().add(now.runs().get(i));
      } else if (!list.getItems().get(i).equals(now.runs().get(i))) {
        list.getItems().set(i, now.runs().get(i));
      }
    }
    list.getItems().remove(now.runs().size(), list.getItems().size());
    fitHeight();
  }

  private void fitHeight() {
    double line = list.getFixedCellSize();
    double height = line * Math.min(MOST_LINES, list.getItems().size()) + 4;
    list.setMinHeight(Math.min(height, 2 * line + 4));
    list.setPrefHeight(height);
    list.setMaxHeight(height);
  }
}
