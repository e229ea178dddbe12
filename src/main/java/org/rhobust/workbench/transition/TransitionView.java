package org.rhobust.workbench.transition;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.plot.Plot;
import org.rhobust.plot.PlotView;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;
import org.rhobust.training.StepMetrics;
import org.rhobust.transition.Transitions;
import org.rhobust.workbench.Command;
import org.rhobust.workbench.Memory;
import org.rhobust.workbench.NumberFields;
import org.rhobust.workbench.NumberInput;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.Fields;

/** Binds {@code fxml/transition.fxml} to a {@link TransitionModel}, which outlives it. */
public final class TransitionView implements View {

  private final TransitionModel model;
  private final WorkbenchContext context;
  private final List<Subscription> listening = new ArrayList<>();
  private final Parent root;
  private PinList pinList;
  private StepMetrics drawn;

  @FXML private Slider rhoSlider;
  @FXML private TextField rho;
  @FXML private Label rhoProblem;
  @FXML private TextField epsilon;
  @FXML private Label epsilonProblem;
  @FXML private TextField distance;
  @FXML private Label distanceProblem;
  @FXML private TextField classes;
  @FXML private Label classesProblem;
  @FXML private ComboBox<Norm> norm;
  @FXML private ComboBox<String> family;
  @FXML private Label formula;
  @FXML private Label equation;
  @FXML private Label targets;
  @FXML private Label sentence;
  @FXML private VBox pins;
  @FXML private StackPane curvePane;
  @FXML private StackPane barsPane;
  @FXML private Label batch;
  @FXML private Button useRun;

  /** The view of a model. */
  public TransitionView(TransitionModel model, WorkbenchContext context) {
    this.model = model;
    this.context = context;
    root = ViewLoader.load("transition", this);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    listen(root.sceneProperty().subscribe(scene -> follow(context.snapshot().getValue())));
    listen(context.snapshot().subscribe(this::follow));
    addCommands();
    remember(context.memory());
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void close() {
    listening.forEach(Subscription::unsubscribe);
    listening.clear();
  }

  private void listen(Subscription subscription) {
    listening.add(subscription);
  }

  @FXML
  private void initialize() {
    listen(NumberFields.bind(rho, rhoProblem, model.rho()));
    listen(NumberFields.bind(epsilon, epsilonProblem, model.epsilon()));
    listen(NumberFields.bind(distance, distanceProblem, model.distance()));
    listen(NumberFields.bind(classes, classesProblem, model.classes()));
    listen(RhoSlider.bind(rhoSlider, model));
    norm.getItems().setAll(Norms.all());
    norm.setConverter(Fields.words(Norm::symbol));
    norm.valueProperty().bindBidirectional(model.normProperty());
    family.getItems().setAll(Transitions.names());
    family.valueProperty().bindBidirectional(model.familyProperty());
    PlotView curve = addPlot(curvePane, model.curveProperty());
    curve.setOnDragX(model.distance()::setValue);
    addPlot(barsPane, model.barsProperty());
    RhoSlider.turnByWheel(curvePane, model);
    useRun.visibleProperty().bind(model.runHasCurveProperty());
    useRun.managedProperty().bind(useRun.visibleProperty());
    batch.textProperty().bind(model.batchWordsProperty());
    pinList = new PinList(pins, model::unpin);
    listen(model.targetProperty().subscribe(this::tell));
    listen(model.pinsProperty().subscribe(now -> showPins()));
    listen(model.normProperty().subscribe(now -> showPins()));
    listen(context.plotTheme().subscribe(now -> showPins()));
  }

  private void tell(TargetAtDistance target) {
    formula.setText(target.transition().formula());
    equation.setText(target.equation());
    targets.setText(target.targets());
    sentence.setText(target.sentence());
    pinList.tell(target.distance());
  }

  private void showPins() {
    pinList.show(
        model.pinsProperty().get(), model.normProperty().get(), context.plotTheme().getValue());
    pinList.tell(model.distance().value());
  }

  /** A hidden view draws nothing. */
  private void follow(TrainingSnapshot snapshot) {
    if (root.getScene() != null && snapshot.last() != drawn) {
      drawn = snapshot.last();
      model.follow(snapshot);
    }
  }

  @FXML
  private void pin() {
    model.pin();
  }

  @FXML
  private void useRun() {
    if (model.runHasCurveProperty().get()) {
      model.useRun();
    } else {
      context.notice().accept(model.batchWordsProperty().get());
    }
  }

  private void onKey(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    if (event.getCode() == KeyCode.P && !event.isShortcutDown() && !typing) {
      model.pin();
      event.consume();
    }
  }

  private void addCommands() {
    List<Command> own =
        List.of(
            new Command("Pin the curve λ(δ)", "P", model::pin),
            new Command("Remove all pinned curves", "", () -> model.pinsProperty().set(List.of())),
            new Command("Show the curve λ(δ) of the training", "", this::useRun));
    context.commands().addAll(own);
    listen(() -> context.commands().removeAll(own));
  }

  /** The norm comes before the numbers, since another one brings its own. */
  private void remember(Memory memory) {
    listen(
        memory.keepOne(
            "transition.norm", "norm of λ(δ)", model.normProperty(), Norms.all(), Norm::name));
    listen(
        memory.keepName(
            "transition.family", "family of λ(δ)", model.familyProperty(), Transitions.names()));
    keep(memory, "epsilon", model.epsilon());
    keep(memory, "distance", model.distance());
    keep(memory, "rho", model.rho());
    keep(memory, "classes", model.classes());
    listen(memory.keep("transition.pins", "pinned curves", model.pinsProperty(), Pin.text()));
  }

  private void keep(Memory memory, String key, NumberInput input) {
    String words = input.name() + " of λ(δ)";
    listen(memory.keepText("transition." + key, words, input.textProperty()));
  }

  private PlotView addPlot(StackPane pane, ObservableValue<? extends Plot> plot) {
    PlotView view = context.view(plot.getValue());
    listen(plot.subscribe(view::setPlot));
    pane.getChildren().setAll(view);
    return view;
  }
}
