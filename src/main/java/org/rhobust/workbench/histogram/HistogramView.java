package org.rhobust.workbench.histogram;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.plot.PlotView;
import org.rhobust.workbench.View;
import org.rhobust.workbench.ViewLoader;
import org.rhobust.workbench.WorkbenchContext;
import org.rhobust.workbench.controls.FieldProblem;
import org.rhobust.workbench.controls.Fields;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Lines;

/** Shows how confident a model is before and after attacks, and what a threshold makes of it. */
public final class HistogramView implements View {

  private final WorkbenchContext context;
  private final HistogramModel model;
  private final Parent root;
  private final Subscription listening = Subscription.EMPTY;
  private final PlotView plot;
  private final Figures numbers;
  private final ThroughStrip strip;
  private final Map<String, TextField> fields =
      Map.of(
          "images", Fields.number(5),
          "iterations", Fields.number(5),
          "epsilon", Fields.number(4));

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
  @FXML private Label origin;
  @FXML private StackPane plotArea;
  @FXML private VBox results;
  @FXML private Slider slider;
  @FXML private Button calibrate;
  @FXML private HBox figures;
  @FXML private Label throughTitle;
  @FXML private ScrollPane throughScroll;
  @FXML private HBox through;

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
    root = ViewLoader.load("histogram", this);
    plot = new PlotView(HistogramPlots.empty(false));
    plot.themeProperty().bind(context.plotTheme());
    plot.setOnDragX(model::setThreshold);
    plotArea.getChildren().add(plot);
    numbers = new Figures(figures);
    strip = new ThroughStrip(through, context.selection().imageProperty()::set);
    bindForm();
    bindWork();
    bindResults();
    context.snapshot().addListener((o, before, after) -> model.update(after));
    model.update(context.snapshot().getValue());
    draw();
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void close() {
    listening.unsubscribe();
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
    Lines.show(origin, model.outcomeProperty().map(Outcome::origin).orElse(""));
    slider.valueProperty().addListener((o, before, after) -> slide(after.doubleValue()));
    calibrate.setOnAction(e -> model.calibrate());
    mirrored.selectedProperty().addListener(o -> draw());
    shares.selectedProperty().addListener(o -> draw());
    model.outcomeProperty().addListener(o -> draw());
    context.selection().modelProperty().addListener(o -> draw());
    context.selection().thresholdProperty().addListener(o -> draw());
  }

  /** What the view itself sets is no choice of the user's. */
  private void slide(double value) {
    if (slider.isValueChanging() || slider.isFocused()) {
      model.setThreshold(value);
    }
  }

  private void draw() {
    Outcome outcome = model.outcomeProperty().get();
    double threshold = model.threshold();
    plot.setPlot(
        outcome == null
            ? HistogramPlots.empty(context.selection().modelProperty().get() != null)
            : HistogramPlots.of(outcome, threshold, mirrored.isSelected(), shares.isSelected()));
    if (outcome == null) {
      return;
    }
    if (!Double.isNaN(threshold)) {
      slider.setValue(threshold);
    }
    origin.getStyleClass().removeAll(Styles.WARNING, Styles.TEXT_MUTED);
    origin.getStyleClass().add(outcome.glimpse() ? Styles.WARNING : Styles.TEXT_MUTED);
    numbers.show(outcome.at(threshold));
    List<AttackedImage> passing = outcome.through(threshold);
    strip.show(outcome.images(), passing);
    throughScroll.setVisible(!passing.isEmpty());
    throughTitle.setText(title(outcome, passing, threshold));
  }

  private static String title(Outcome outcome, List<AttackedImage> passing, double threshold) {
    int all = outcome.result().attacked().size();
    if (Double.isNaN(threshold)) {
      return "No threshold: none of the held-out images is classified correctly";
    }
    if (passing.isEmpty()) {
      return "None of the %s attacked images gets through".formatted(Format.count(all));
    }
    long before = outcome.misclassifiedBefore(passing);
    return "%s of %s attacked images get through: misclassified, confidence ≥ τ%s"
        .formatted(
            Format.count(passing.size()),
            Format.count(all),
            before == 0 ? "" : " (%s even unattacked)".formatted(Format.count(before)));
  }
}
