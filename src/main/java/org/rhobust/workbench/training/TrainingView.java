package org.rhobust.workbench.training;

import java.io.File;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.util.StringConverter;
import org.rhobust.plot.Plot;
import org.rhobust.plot.PlotTheme;
import org.rhobust.plot.PlotView;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.TrainingMethod;
import org.rhobust.workbench.NumberFields;
import org.rhobust.workbench.ViewLoader;

/** Binds {@code fxml/training.fxml} to a {@link TrainingModel}. */
public final class TrainingView {

  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final TrainingModel model;
  private final TrainingForm form;
  private final ObservableValue<PlotTheme> theme;
  private final Parent root;

  @FXML private ComboBox<TrainingMethod> method;
  @FXML private TextField rho;
  @FXML private Label rhoProblem;
  @FXML private TextField epsilon;
  @FXML private Label epsilonProblem;
  @FXML private TextField epochs;
  @FXML private Label epochsProblem;
  @FXML private TextField examples;
  @FXML private Label examplesProblem;
  @FXML private TextField seed;
  @FXML private Label seedProblem;
  private static final Set<RunState> RESUMABLE = Set.of(RunState.PAUSED, RunState.STOPPED);

  @FXML private Button start;
  @FXML private Label startProblem;
  @FXML private Button pause;
  @FXML private Button stop;
  @FXML private Label remark;
  @FXML private Label runs;
  @FXML private Label state;
  @FXML private ProgressBar progress;
  @FXML private Label progressText;
  @FXML private Label folder;
  @FXML private Slider smoothing;
  @FXML private StackPane lossPane;
  @FXML private StackPane errorPane;
  @FXML private StackPane confidencePane;
  @FXML private StackPane lambdaPane;

  /** The view of a model. */
  public TrainingView(TrainingModel model, ObservableValue<PlotTheme> theme) {
    this.model = model;
    this.form = model.form();
    this.theme = theme;
    root = ViewLoader.load("training", this);
  }

  /** The view's root, to be shown in the window. */
  public Parent root() {
    return root;
  }

  @FXML
  private void initialize() {
    bindForm();
    bindButtons();
    smoothing.valueProperty().bindBidirectional(model.plots().smoothingProperty());
    addPlot(lossPane, model.plots().lossProperty());
    addPlot(errorPane, model.plots().errorProperty());
    addPlot(confidencePane, model.plots().confidenceProperty());
    addPlot(lambdaPane, model.plots().lambdaProperty());
    model.snapshotProperty().subscribe(this::tell);
  }

  private void bindForm() {
    method.getItems().setAll(TrainingMethod.values());
    method.setConverter(new MethodTitle());
    method.valueProperty().bindBidirectional(form.methodProperty());
    NumberFields.bind(rho, rhoProblem, form.rho());
    NumberFields.bind(epsilon, epsilonProblem, form.epsilon());
    NumberFields.bind(epochs, epochsProblem, form.epochs());
    NumberFields.bind(examples, examplesProblem, form.examples());
    NumberFields.bind(seed, seedProblem, form.seed());
    rho.disableProperty()
        .bind(form.methodProperty().isNotEqualTo(TrainingMethod.CONFIDENCE_CALIBRATED));
    epsilon.disableProperty().bind(form.methodProperty().isEqualTo(TrainingMethod.NORMAL));
    runs.textProperty().bind(model.runsProperty().map(path -> "Runs go to " + path));
    remark.textProperty().bind(model.remarkProperty());
    collapseWhenEmpty(remark);
    form.methodProperty()
        .subscribe(() -> remark.pseudoClassStateChanged(WARNING, model.remarkWarns()));
  }

  private void bindButtons() {
    start.textProperty().bind(model.startTextProperty());
    start.disableProperty().bind(model.startProblemProperty().isNotEmpty());
    startProblem.textProperty().bind(model.startProblemProperty());
    collapseWhenEmpty(startProblem);
    ObservableValue<RunState> now = model.stateProperty();
    pause.textProperty().bind(now.map(value -> RESUMABLE.contains(value) ? "_Resume" : "_Pause"));
    pause
        .disableProperty()
        .bind(now.map(value -> value != RunState.RUNNING && !RESUMABLE.contains(value)));
    stop.disableProperty().bind(now.map(value -> !value.active()));
  }

  private static void collapseWhenEmpty(Label label) {
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
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
  private void reset() {
    form.reset();
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
    folder.setText(snapshot.folder() == null ? "" : "Run in " + snapshot.folder());
  }

  private void addPlot(StackPane pane, ObservableValue<Plot> plot) {
    PlotView view = new PlotView(plot.getValue());
    plot.addListener((o, before, after) -> view.setPlot(after));
    view.themeProperty().bind(theme);
    pane.getChildren().setAll(view);
  }

  private static final class MethodTitle extends StringConverter<TrainingMethod> {

    @Override
    public String toString(TrainingMethod method) {
      return method == null ? "" : method.title();
    }

    @Override
    public TrainingMethod fromString(String title) {
      for (TrainingMethod method : TrainingMethod.values()) {
        if (method.title().equals(title)) {
          return method;
        }
      }
      return null;
    }
  }
}
