package org.rhobust.workbench.runs;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.rhobust.run.RunSummary;
import org.rhobust.run.RunTable;
import org.rhobust.service.RunQueue;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.Command;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.Lines;

/** The runs of a folder, followed while it is looked at, and the queue of those to come. */
public final class RunsView implements View {

  private static final Duration BETWEEN_LOOKS = Duration.seconds(3);
  private static final String EMPTY =
      "Every training leaves a run here: its settings, curves and model, to be sorted, compared and"
          + " grouped over seeds. Runs of other machines that are copied into the folder are shown"
          + " too, and followed while they grow.";

  private final WorkbenchContext context;
  private final RunUses uses;
  private final RunsModel model;
  private final MeasurePane measure;
  private final RunsTableView table;
  private final GroupTableView groups = new GroupTableView();
  private final RunActions actions;
  private final QueuePane queue;
  private final Timeline looking = new Timeline();
  private final List<Command> commands = new ArrayList<>();
  private final Parent root;
  private Subscription listening = Subscription.EMPTY;

  @FXML private TextField words;
  @FXML private ComboBox<String> method;
  @FXML private ComboBox<Optional<RunTable.Grouping>> grouping;
  @FXML private MenuButton trash;
  @FXML private Label folder;
  @FXML private StackPane tables;
  @FXML private VBox empty;
  @FXML private Label emptyText;
  @FXML private Button emptyButton;
  @FXML private Label remark;
  @FXML private Label problem;
  @FXML private HBox deleted;
  @FXML private Label deletedText;
  @FXML private StackPane actionsPane;
  @FXML private Label facts;
  @FXML private StackPane measurePane;
  @FXML private StackPane queuePane;

  /**
   * Makes the view; it looks at the folder while it is shown.
   *
   * @param runQueue of the trainings to come
   */
  public RunsView(WorkbenchContext context, RunQueue runQueue, RunUses uses) {
    this.context = context;
    this.uses = uses;
    model =
        new RunsModel(
            context.selection(),
            uses.folder(),
            context.snapshot(),
            ForkJoinPool.commonPool(),
            context.ui());
    measure = new MeasurePane(context, model::look);
    table = new RunsTableView(model, context.selection());
    actions = new RunActions(context, uses, model, measure, table);
    queue =
        new QueuePane(
            context,
            uses,
            new QueueModel(runQueue, uses.folder(), context.deviceProperty(), context.ui()));
    root = ViewLoader.load("runs", this);
    looking.getKeyFrames().setAll(new KeyFrame(BETWEEN_LOOKS, event -> model.look()));
    looking.setCycleCount(Timeline.INDEFINITE);
    listening = listen();
    addCommands();
  }

  @Override
  public Parent root() {
    return root;
  }

  /** Selects a run of the folder and lets nothing hide it. */
  public void open(Path run) {
    model.open(run);
  }

  @Override
  public void close() {
    looking.stop();
    measure.cancel();
    listening.unsubscribe();
    context.commands().removeAll(commands);
    table.close();
    queue.close();
    model.close();
  }

  @FXML
  private void initialize() {
    RunFilters.bind(words, method, grouping, model);
    tables.getChildren().addAll(0, List.of(groups.node(), table.node()));
    groups.node().visibleProperty().bind(model.groupingProperty().map(Optional::isPresent));
    table.node().visibleProperty().bind(groups.node().visibleProperty().not());
    table.node().setPlaceholder(RunFilters.nothingPasses(model));
    groups.node().setPlaceholder(RunFilters.nothingPasses(model));
    emptyText.setText(EMPTY);
    emptyButton.setOnAction(event -> context.show().accept("training"));
    folder.textProperty().bind(uses.folder().map(path -> "In " + path));
    Lines.show(remark, model.remarkProperty());
    Lines.show(problem, problemText());
    facts.visibleProperty().bind(facts.textProperty().isNotEmpty());
    facts.managedProperty().bind(facts.visibleProperty());
    deletedText.textProperty().bind(model.trash().deletedProperty());
    deleted.visibleProperty().bind(model.trash().deletedProperty().isNotEmpty());
    deleted.managedProperty().bind(deleted.visibleProperty());
    measurePane.getChildren().setAll(measure.node());
    measurePane.visibleProperty().bind(measure.shown());
    measurePane.managedProperty().bind(measurePane.visibleProperty());
    actionsPane.getChildren().setAll(actions.node());
    queuePane.getChildren().setAll(queue.node());
  }

  private ObservableValue<String> problemText() {
    return Bindings.createStringBinding(
        () ->
            model.problemProperty().get().isEmpty()
                ? measure.problemProperty().get()
                : model.problemProperty().get(),
        model.problemProperty(),
        measure.problemProperty());
  }

  private Subscription listen() {
    return RunFilters.keep(context.memory(), model)
        .and(context.memory().keepText("runs.sort", "order of the runs", table.sortProperty()))
        .and(model.shownProperty().subscribe(shown -> showTables()))
        .and(model.groupingProperty().subscribe(by -> showTables()))
        .and(model.trash().runsProperty().subscribe(new TrashMenu(trash, model.trash())::show))
        .and(table.node().getSelectionModel().selectedItemProperty().subscribe(run -> showRun()))
        .and(context.snapshot().subscribe((before, now) -> training(before, now)))
        .and(root.sceneProperty().subscribe(scene -> follow(scene != null)));
  }

  /** Nothing is read for a view that nobody sees. */
  private void follow(boolean shown) {
    if (shown) {
      model.look();
      looking.play();
    } else {
      looking.stop();
    }
  }

  private void training(TrainingSnapshot before, TrainingSnapshot now) {
    if (before.state() == now.state()) {
      return;
    }
    if (root.getScene() != null) {
      model.look();
    }
    showRun();
  }

  private void showTables() {
    empty.setVisible(model.allProperty().get().runs().isEmpty());
    model
        .groupingProperty()
        .get()
        .ifPresent(by -> groups.show(model.shownProperty().get().grouped(by)));
    showRun();
  }

  private void showRun() {
    RunSummary run = table.selected();
    boolean one = run != null && model.groupingProperty().get().isEmpty();
    actionsPane.setVisible(one);
    actionsPane.setManaged(one);
    facts.setText(one ? RunWords.facts(run) : "");
    if (one) {
      actions.show(run);
    }
  }

  private void addCommands() {
    commands.addAll(actions.commands());
    commands.add(new Command("Export the table of runs as CSV", "", this::export));
    commands.add(new Command("Choose the folder of the runs", "", this::chooseFolder));
    context.commands().addAll(commands);
  }

  @FXML
  private void undoDelete() {
    model.trash().undoDelete();
  }

  @FXML
  private void export() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save the shown runs as CSV");
    chooser.setInitialFileName("runs.csv");
    Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow()))
        .map(File::toPath)
        .ifPresent(model::export);
  }

  @FXML
  private void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Choose the folder of the runs");
    Optional.ofNullable(chooser.showDialog(root.getScene().getWindow()))
        .map(File::toPath)
        .ifPresent(uses.folder()::set);
  }
}
