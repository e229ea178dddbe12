package org.rhobust.workbench.training;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.rhobust.plot.Plot;
import org.rhobust.plot.PlotView;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.Command;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.Fields;
import org.rhobust.workbench.controls.Lines;
import org.rhobust.workbench.controls.PlotGrid;

/** Binds {@code fxml/training.fxml} to a {@link TrainingModel}. */
public final class TrainingView implements View {

  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final Set<RunState> RESUMABLE = Set.of(RunState.PAUSED, RunState.STOPPED);

  private final TrainingModel model;
  private final WorkbenchContext context;
  private final FormPane form;
  private final LivePane live;
  private final List<Command> commands;
  private final Timeline followRuns;
  private final Parent root;
  private Subscription listening = Subscription.EMPTY;

  @FXML private VBox controls;
  @FXML private Button start;
  @FXML private Label startProblem;
  @FXML private Button pause;
  @FXML private Button stop;
  @FXML private CheckBox stopAfterEpoch;
  @FXML private Label time;
  @FXML private Label runs;
  @FXML private Label state;
  @FXML private ProgressBar progress;
  @FXML private Label progressText;
  @FXML private Slider smoothing;
  @FXML private ComboBox<Across> across;
  @FXML private CheckBox logarithmic;
  @FXML private Label shownProblem;
  @FXML private ScrollPane plots;
  @FXML private Label folder;

  /**
   * The view of a model.
   *
   * @param devices the window's choice of a device
   */
  public TrainingView(TrainingModel model, WorkbenchContext context, DeviceOffers devices) {
    this.model = model;
    this.context = context;
    form = new FormPane(model, devices);
    live = new LivePane(model.live());
    followRuns = new Timeline(new KeyFrame(Duration.seconds(1), event -> model.shown().refresh()));
    followRuns.setCycleCount(Animation.INDEFINITE);
    root = ViewLoader.load("training", this);
    root.sceneProperty().subscribe(this::look);
    commands = commands();
    context.commands().addAll(commands);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void close() {
    look(null);
    listening.unsubscribe();
    form.close();
    live.close();
    context.commands().removeAll(commands);
  }

  @FXML
  private void initialize() {
    controls.getChildren().add(controls.getChildren().indexOf(time), live);
    controls.getChildren().add(controls.getChildren().indexOf(runs), form);
    bindButtons();
    Lines.show(time, model.time().textProperty());
    runs.textProperty().bind(model.runsProperty().map(path -> "Runs go to " + path));
    PlotOptions options = model.plots().options();
    smoothing.valueProperty().bindBidirectional(options.smoothingProperty());
    across.getItems().setAll(Across.values());
    across.setConverter(Fields.words(Across::label));
    across.valueProperty().bindBidirectional(options.acrossProperty());
    logarithmic.selectedProperty().bindBidirectional(options.logarithmicProperty());
    Lines.show(shownProblem, model.shown().problemProperty());
    addPlots();
    listening = listening.and(model.snapshotProperty().subscribe(this::tell));
  }

  private void bindButtons() {
    start.textProperty().bind(model.startTextProperty());
    start.disableProperty().bind(model.startProblemProperty().isNotEmpty());
    Lines.show(startProblem, model.startProblemProperty());
    ObservableValue<RunState> now = model.stateProperty();
    pause.textProperty().bind(now.map(value -> RESUMABLE.contains(value) ? "_Resume" : "_Pause"));
    pause
        .disableProperty()
        .bind(now.map(value -> value != RunState.RUNNING && !RESUMABLE.contains(value)));
    stop.disableProperty().bind(now.map(value -> !value.active()));
    stopAfterEpoch.visibleProperty().bind(now.map(RunState::active));
    stopAfterEpoch.managedProperty().bind(stopAfterEpoch.visibleProperty());
  }

  private void addPlots() {
    TrainingPlots pictures = model.plots();
    PlotGrid grid = new PlotGrid(8, 300, 215, List.of(3, 2));
    List.of(
            pictures.lossProperty(),
            pictures.errorProperty(),
            pictures.confidenceProperty(),
            pictures.lambdaProperty(),
            pictures.batchProperty(),
            pictures.objectiveProperty())
        .forEach(plot -> grid.getChildren().add(view(plot)));
    plots.setContent(grid);
  }

  private PlotView view(ObservableValue<Plot> plot) {
    PlotView view = context.view(plot.getValue());
    listening = listening.and(plot.subscribe(view::setPlot));
    return view;
  }

  private List<Command> commands() {
    return List.of(
        new Command(
            "Stop the training at the end of its epoch, or not", "", model::toggleStopAfterEpoch),
        new Command("Change the training to what is typed for it", "Enter", model.live()::apply),
        new Command("Bring back the preset of the training", "", model.form()::reset));
  }

  /** Nothing is drawn or read for a view that nobody sees. */
  private void look(Scene scene) {
    model.plots().showingProperty().set(scene != null);
    if (scene == null) {
      followRuns.stop();
    } else {
      model.shown().refresh();
      followRuns.play();
    }
  }

  @FXML
  private void start() {
    model.start();
  }

  @FXML
  private void pauseOrResume() {
    model.pauseOrResume();
  }

  @FXML
  private void stop() {
    model.stop();
  }

  @FXML
  private void stopAfterEpoch() {
    model.stopAfterEpoch(stopAfterEpoch.isSelected());
  }

  @FXML
  private void chooseRuns() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Choose the folder for new runs");
    Optional.ofNullable(chooser.showDialog(root.getScene().getWindow()))
        .map(File::toPath)
        .ifPresent(model.runsProperty()::set);
  }

  private void tell(TrainingSnapshot snapshot) {
    state.setText(TrainingTexts.state(snapshot));
    progress.setProgress(TrainingTexts.progress(snapshot));
    progressText.setText(TrainingTexts.progressText(snapshot));
    progressText.pseudoClassStateChanged(FAILED, snapshot.state() == RunState.FAILED);
    stopAfterEpoch.setSelected(snapshot.details().stopsAfterEpoch());
    folder.setText(snapshot.folder() == null ? "" : "Run in " + snapshot.folder());
  }
}
