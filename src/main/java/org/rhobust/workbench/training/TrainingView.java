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
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.util.Subscription;
import org.rhobust.data.DataSets;
import org.rhobust.model.NetworkOffer;
import org.rhobust.model.Networks;
import org.rhobust.model.SampleModels;
import org.rhobust.plot.Plot;
import org.rhobust.plot.PlotTheme;
import org.rhobust.plot.PlotView;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.Preset;
import org.rhobust.training.TrainingMethod;
import org.rhobust.workbench.NumberFields;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.controls.Fields;

/** Binds {@code fxml/training.fxml} to a {@link TrainingModel}. */
public final class TrainingView implements View {

  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

  private final TrainingModel model;
  private final TrainingForm form;
  private final ObservableValue<PlotTheme> theme;
  private final Parent root;
  private final Subscription listening = Subscription.EMPTY;

  @FXML private Label time;
  @FXML private ComboBox<Preset> preset;
  @FXML private ComboBox<TrainingMethod> method;
  @FXML private ComboBox<String> dataset;
  @FXML private Label dataProblem;
  @FXML private Label dataRemark;
  @FXML private ComboBox<String> network;
  @FXML private Label networkProblem;
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
  @FXML private TextField batch;
  @FXML private Label batchProblem;
  @FXML private TextField learningRate;
  @FXML private Label learningRateProblem;
  @FXML private TextField steps;
  @FXML private Label stepsProblem;
  @FXML private TextField stepSize;
  @FXML private Label stepSizeProblem;
  @FXML private FlowPane augmentation;
  @FXML private ComboBox<String> weights;
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

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void close() {
    listening.unsubscribe();
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
    FormFields.bindPresets(preset, form.presetProperty());
    method.getItems().setAll(TrainingMethod.values());
    method.setConverter(Fields.words(TrainingMethod::title));
    method.valueProperty().bindBidirectional(form.methodProperty());
    FormFields.bindNames(dataset, DataSets.names(), form.datasetProperty());
    FormFields.bindProblem(dataset, dataProblem, model.data().problemProperty());
    FormFields.bindOptional(dataRemark, model.data().remarkProperty());
    FormFields.bindNames(
        network,
        Networks.offers().stream().map(NetworkOffer::name).toList(),
        form.networkProperty());
    FormFields.bindProblem(network, networkProblem, form.networkProblemProperty());
    FormFields.bindNames(weights, SampleModels.shipped().names(), form.weightsProperty());
    FormFields.bindAugmentation(augmentation, form);
    FormFields.bindOptional(time, model.time().textProperty());
    NumberFields.bind(batch, batchProblem, form.batch());
    NumberFields.bind(learningRate, learningRateProblem, form.learningRate());
    NumberFields.bind(steps, stepsProblem, form.steps());
    NumberFields.bind(stepSize, stepSizeProblem, form.stepSize());
    NumberFields.bind(rho, rhoProblem, form.rho());
    NumberFields.bind(epsilon, epsilonProblem, form.epsilon());
    NumberFields.bind(epochs, epochsProblem, form.epochs());
    NumberFields.bind(examples, examplesProblem, form.examples());
    NumberFields.bind(seed, seedProblem, form.seed());
    rho.disableProperty()
        .bind(form.methodProperty().isNotEqualTo(TrainingMethod.CONFIDENCE_CALIBRATED));
    epsilon.disableProperty().bind(form.methodProperty().isEqualTo(TrainingMethod.NORMAL));
    runs.textProperty().bind(model.runsProperty().map(path -> "Runs go to " + path));
    FormFields.bindOptional(remark, model.remarkProperty());
    form.methodProperty()
        .subscribe(() -> remark.pseudoClassStateChanged(WARNING, model.remarkWarns()));
  }

  private void bindButtons() {
    start.textProperty().bind(model.startTextProperty());
    start.disableProperty().bind(model.startProblemProperty().isNotEmpty());
    FormFields.bindOptional(startProblem, model.startProblemProperty());
    ObservableValue<RunState> now = model.stateProperty();
    pause.textProperty().bind(now.map(value -> RESUMABLE.contains(value) ? "_Resume" : "_Pause"));
    pause
        .disableProperty()
        .bind(now.map(value -> value != RunState.RUNNING && !RESUMABLE.contains(value)));
    stop.disableProperty().bind(now.map(value -> !value.active()));
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
}
