package org.rhobust.workbench.histogram;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.plot.PlotView;
import org.rhobust.threat.Norm;
import org.rhobust.threat.Norms;
import org.rhobust.workbench.Command;
import org.rhobust.workbench.Memory;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.FieldProblem;
import org.rhobust.workbench.controls.Fields;
import org.rhobust.workbench.controls.Lines;

/** Shows how confident a model is before and after attacks, and what a threshold makes of it. */
public final class HistogramView implements View {

  private static final double SIDE_SHARE = 0.4;
  private static final double ROC_SHARE = 0.45;

  private final WorkbenchContext context;
  private final HistogramModel model;
  private final List<Subscription> listening = new ArrayList<>();
  private final Parent root;
  private final PlotView plot;
  private final PlotView roc;
  private final Figures numbers;
  private final Examples examples;
  private final EmptyHistogram nothing;
  private final ThresholdSlider thresholdSlider;
  private final Map<String, TextField> fields =
      Map.of(
          "images", Fields.number(5),
          "iterations", Fields.number(5),
          "epsilon", Fields.number(4));
  private boolean drawsSoon;

  @FXML private FlowPane form;
  @FXML private Button evaluate;
  @FXML private Button back;
  @FXML private Label fieldProblem;
  @FXML private Label problem;
  @FXML private HBox work;
  @FXML private ProgressBar progress;
  @FXML private Label status;
  @FXML private Button cancel;
  @FXML private CheckBox mirrored;
  @FXML private CheckBox shares;
  @FXML private CheckBox log;
  @FXML private VBox empty;
  @FXML private Label emptyText;
  @FXML private Button fill;
  @FXML private HBox results;
  @FXML private Label origin;
  @FXML private StackPane plotArea;
  @FXML private Slider slider;
  @FXML private Button calibrate;
  @FXML private FlowPane figures;
  @FXML private VBox side;
  @FXML private StackPane rocArea;
  @FXML private ComboBox<ExampleFilter> filter;
  @FXML private Label examplesTitle;
  @FXML private StackPane gridArea;

  /** Makes the view; it follows the selection. */
  public HistogramView(WorkbenchContext context) {
    this.context = context;
    model =
        new HistogramModel(
            context.selection(),
            context.inspection()::confidences,
            context.inspection()::glimpse,
            context.ui(),
            () -> System.nanoTime() / 1e9);
    plot = context.view(HistogramPlots.empty());
    roc = context.view(HistogramPlots.empty());
    root = ViewLoader.load("histogram", this);
    numbers = new Figures(figures);
    examples = new Examples(model, context, examplesTitle);
    thresholdSlider = new ThresholdSlider(slider, model::setThreshold);
    nothing = new EmptyHistogram(model, context, emptyText, fill);
    addPlots();
    bindForm();
    bindWork();
    bindResults();
    addCommands();
    remember(context.memory());
    listen(context.snapshot().subscribe(model::update));
    listen(root.sceneProperty().subscribe(scene -> model.setVisible(scene != null)));
    listen(root.sceneProperty().subscribe(scene -> draw()));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void close() {
    listening.forEach(Subscription::unsubscribe);
    listening.clear();
    examples.close();
    model.close();
  }

  private void listen(Subscription subscription) {
    listening.add(subscription);
  }

  private void addPlots() {
    plot.setOnDragX(model::setThreshold);
    plot.setOnPickX(model.examples()::pick);
    plot.setOnPickStep(model.examples()::step);
    plot.setAccessibleHelp(
        "Left and right move τ, up and down go from bin to bin; the menu key saves or copies it.");
    plotArea.getChildren().add(plot);
    rocArea.getChildren().add(roc);
    gridArea.getChildren().add(examples.root());
    side.prefWidthProperty().bind(results.widthProperty().multiply(SIDE_SHARE));
    side.minWidthProperty().bind(side.prefWidthProperty());
    rocArea.minHeightProperty().bind(results.heightProperty().multiply(ROC_SHARE));
    rocArea.maxHeightProperty().bind(rocArea.minHeightProperty());
  }

  private void bindForm() {
    BudgetModel budget = model.budget();
    fields.get("images").textProperty().bindBidirectional(budget.countProperty());
    fields.get("iterations").textProperty().bindBidirectional(budget.iterationsProperty());
    fields.get("epsilon").textProperty().bindBidirectional(budget.epsilonProperty());
    form.getChildren()
        .addAll(
            0,
            List.of(
                Fields.labelled("Test images", fields.get("images")),
                Fields.labelled("Attack iterations", fields.get("iterations")),
                Fields.labelled("Norm", Fields.norm(budget.normProperty())),
                Fields.labelled("ε", fields.get("epsilon"))));
    budget.problemProperty().addListener((o, before, after) -> mark(before, after));
    Lines.show(fieldProblem, budget.problemProperty().map(FieldProblem::message).orElse(""));
    evaluate
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !model.canEvaluate() || model.run().runningProperty().get(),
                budget.budgetProperty(),
                model.run().runningProperty(),
                context.selection().modelProperty(),
                context.selection().imagesProperty()));
    evaluate.setOnAction(e -> model.evaluate());
    back.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                this::canGoBack, model.outcomeProperty(), context.selection().modelProperty()));
    back.managedProperty().bind(back.visibleProperty());
    back.setOnAction(e -> model.backToTraining());
  }

  private boolean canGoBack() {
    Outcome outcome = model.outcomeProperty().get();
    return outcome != null
        && !outcome.glimpse()
        && context.selection().modelProperty().get() != null
        && context.selection().modelProperty().get().live();
  }

  private void mark(FieldProblem before, FieldProblem after) {
    if (before != null && fields.containsKey(before.field())) {
      Fields.mark(fields.get(before.field()), null);
    }
    if (after != null && fields.containsKey(after.field())) {
      Fields.mark(fields.get(after.field()), after.message());
    }
  }

  private void bindWork() {
    work.visibleProperty().bind(model.run().runningProperty());
    work.managedProperty().bind(work.visibleProperty());
    progress.progressProperty().bind(model.run().progressProperty());
    status.textProperty().bind(model.run().statusProperty());
    cancel.setOnAction(e -> model.run().cancel());
    Lines.show(problem, model.run().problemProperty());
  }

  private void bindResults() {
    results.visibleProperty().bind(model.outcomeProperty().isNotNull());
    results.managedProperty().bind(results.visibleProperty());
    empty.visibleProperty().bind(results.visibleProperty().not());
    empty.managedProperty().bind(empty.visibleProperty());
    Lines.show(origin, model.outcomeProperty().map(Outcome::origin).orElse(""));
    calibrate.setOnAction(e -> model.calibrate());
    mirrored.selectedProperty().bindBidirectional(model.display().mirroredProperty());
    shares.selectedProperty().bindBidirectional(model.display().sharesProperty());
    log.selectedProperty().bindBidirectional(model.display().logProperty());
    filter.getItems().setAll(ExampleFilter.values());
    filter.setConverter(Fields.words(ExampleFilter::words));
    filter.valueProperty().bindBidirectional(model.examples().filterProperty());
    Stream.of(
            model.display().mirroredProperty(),
            model.display().sharesProperty(),
            model.display().logProperty(),
            model.examples().filterProperty(),
            model.examples().binProperty(),
            model.outcomeProperty(),
            model.glimpseProblemProperty())
        .forEach(shown -> shown.subscribe(this::draw));
    listen(context.selection().modelProperty().subscribe(this::draw));
    listen(context.selection().thresholdProperty().subscribe(this::draw));
    listen(context.plotTheme().subscribe(this::draw));
  }

  private void addCommands() {
    List<Command> own =
        List.of(
            new Command("Evaluate the confidences of the model", "", model::evaluate),
            new Command("Set τ to 99 % TPR", "", model::calibrate),
            new Command(
                "Show the images of the next bin",
                "↑ on the histogram",
                () -> model.examples().step(1)),
            new Command(
                "Show the images of the bin before",
                "↓ on the histogram",
                () -> model.examples().step(-1)));
    context.commands().addAll(own);
    listen(() -> context.commands().removeAll(own));
  }

  private void remember(Memory memory) {
    DisplayModel display = model.display();
    listen(memory.keepFlag("histogram.mirrored", "mirrored", display.mirroredProperty()));
    listen(memory.keepFlag("histogram.shares", "shares", display.sharesProperty()));
    listen(memory.keepFlag("histogram.log", "logarithmic counts", display.logProperty()));
    BudgetModel budget = model.budget();
    listen(memory.keepText("histogram.images", "test images", budget.countProperty()));
    listen(memory.keepText("histogram.iterations", "iterations", budget.iterationsProperty()));
    listen(
        memory.keepName(
            "histogram.norm",
            "norm of Histogram",
            budget.normProperty(),
            Norms.all().stream().map(Norm::name).toList()));
    listen(memory.keepText("histogram.epsilon", "ε of Histogram", budget.epsilonProperty()));
  }

  /** Soon, once: a probe brings an outcome and its τ. */
  private void draw() {
    if (!drawsSoon) {
      drawsSoon = true;
      context.ui().execute(this::drawNow);
    }
  }

  /** A hidden view draws nothing. */
  private void drawNow() {
    drawsSoon = false;
    if (root.getScene() == null) {
      return;
    }
    Outcome outcome = model.outcomeProperty().get();
    if (outcome == null) {
      nothing.show();
      return;
    }
    double threshold = model.threshold();
    plot.setPlot(
        HistogramPlots.of(outcome, threshold, model.display(), model.examples().shownBin()));
    roc.setPlot(HistogramPlots.roc(outcome, threshold));
    thresholdSlider.show(threshold);
    origin.getStyleClass().removeAll(Styles.WARNING, Styles.TEXT_MUTED);
    origin.getStyleClass().add(outcome.glimpse() ? Styles.WARNING : Styles.TEXT_MUTED);
    numbers.show(outcome.at(threshold));
    examples.show(outcome, threshold);
  }
}
