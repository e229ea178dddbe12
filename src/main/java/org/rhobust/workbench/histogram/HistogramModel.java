package org.rhobust.workbench.histogram;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.util.Subscription;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.ModelShelf;
import org.rhobust.service.ProbeResult;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.BatteryRunner;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.LongWork;
import org.rhobust.workbench.controls.Threats;

/**
 * The confidences of the selected model: an evaluation where one was run, else for the network in
 * training its latest probe. Belongs to the JavaFX thread.
 */
final class HistogramModel {

  private final Selection selection;
  private final BudgetModel budget = new BudgetModel();
  private final BatteryRunner evaluator;
  private final LongWork<BatteryResult> run;
  private final Map<String, Outcome> evaluations = new HashMap<>();
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(this, "outcome");
  private final Glimpses glimpses;
  private final ExamplesModel examples = new ExamplesModel();
  private final DisplayModel display = new DisplayModel();
  private final Subscription listening;
  private boolean visible = true;
  private TrainingSnapshot snapshot = TrainingSnapshot.IDLE;

  /**
   * @param glimpser looks at a model that is not yet evaluated, so that something is seen at once
   * @param ui runs on the JavaFX thread
   * @param seconds a clock that never goes back
   */
  HistogramModel(
      Selection selection,
      BatteryRunner evaluator,
      Glimpses.Glimpser glimpser,
      Executor ui,
      DoubleSupplier seconds) {
    this.selection = selection;
    this.evaluator = evaluator;
    run = new LongWork<>(ui, seconds);
    glimpses = new Glimpses(glimpser, ui);
    listening =
        selection
            .modelProperty()
            .subscribe((before, after) -> selectionChanged())
            .and(selection.imagesProperty().subscribe((before, after) -> imagesChanged()));
    selectionChanged();
  }

  /** Ends what runs for it and what others know of it. */
  void close() {
    listening.unsubscribe();
    run.cancel();
    glimpses.forget();
  }

  /** Tells whether it can be seen: what cannot asks no questions. */
  void setVisible(boolean now) {
    visible = now;
    show();
  }

  /** What an evaluation would do. */
  BudgetModel budget() {
    return budget;
  }

  /** Which examples are shown. */
  ExamplesModel examples() {
    return examples;
  }

  /** How the histograms are drawn. */
  DisplayModel display() {
    return display;
  }

  /** What is shown; null before there is anything. */
  ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Why there is no glimpse of the selected model; empty where there is one, or may come. */
  ReadOnlyStringProperty glimpseProblemProperty() {
    return glimpses.problemProperty();
  }

  /** The evaluation that runs, if one does. */
  LongWork<BatteryResult> run() {
    return run;
  }

  /** τ as selected, else at 99 % TPR of what is shown; NaN where neither exists. */
  double threshold() {
    double selected = selection.thresholdProperty().get();
    return Double.isNaN(selected) && outcome.get() != null
        ? outcome.get().calibrated().orElse(Double.NaN)
        : selected;
  }

  /** Selects τ, held within [0, 1]. */
  void setThreshold(double value) {
    selection.thresholdProperty().set(Math.max(0, Math.min(1, value)));
  }

  /** Selects τ at 99 % TPR of what is shown. */
  void calibrate() {
    if (outcome.get() != null) {
      outcome.get().calibrated().ifPresent(this::setThreshold);
    }
  }

  /** Whether {@link #evaluate} has what it needs. */
  boolean canEvaluate() {
    return selection.modelProperty().get() != null
        && selection.imagesProperty().get() != null
        && budget.budgetProperty().get() != null;
  }

  /** Evaluates the selected model; an evaluation that runs is given up. */
  void evaluate() {
    if (!canEvaluate()) {
      return;
    }
    ModelInfo model = selection.modelProperty().get();
    ImageSet images = selection.imagesProperty().get();
    Budget spent = budget.budgetProperty().get();
    String title = title(model);
    run.start(
        "Evaluating " + title,
        progress ->
            evaluator.run(
                model.id(), images, spent.count(), spent.heldOut(), spent.battery(), 0, progress),
        result ->
            finish(model.id(), Outcome.of(result, images, false, title + ": " + spent.words())));
  }

  /** Leaves the evaluation of the network in training for its probes. */
  void backToTraining() {
    ModelInfo model = selection.modelProperty().get();
    if (model != null) {
      evaluations.remove(model.id());
      show();
    }
  }

  /** Tells the training as it stands. */
  void update(TrainingSnapshot now) {
    ProbeResult before = snapshot.probe();
    boolean anotherRun = now.folder() != null && !now.folder().equals(snapshot.folder());
    snapshot = now;
    if (anotherRun) {
      evaluations.remove(ModelShelf.LIVE);
    }
    ModelInfo model = selection.modelProperty().get();
    if (model == null || !model.live()) {
      return;
    }
    budget.setThreat(Threats.of(model, now));
    if (now.probe() != before || anotherRun) {
      show();
    }
  }

  private void imagesChanged() {
    run.cancel();
    evaluations.clear();
    glimpses.clear();
    selectionChanged();
  }

  private void selectionChanged() {
    ImageSet images = selection.imagesProperty().get();
    if (images != null) {
      budget.setAvailable(images.size());
    }
    budget.setThreat(Threats.of(selection.modelProperty().get(), snapshot));
    show();
  }

  private void show() {
    ModelInfo model = selection.modelProperty().get();
    ImageSet images = selection.imagesProperty().get();
    ProbeResult probe = snapshot.probe();
    if (model == null || images == null) {
      outcome.set(null);
    } else if (evaluations.containsKey(model.id())) {
      outcome.set(evaluations.get(model.id()));
    } else if (model.live()) {
      boolean fits = probe != null && probe.isOf(images);
      outcome.set(fits ? Glimpses.of(probe, images) : null);
    } else {
      outcome.set(glimpses.of(model.id()));
      if (outcome.get() == null && visible) {
        glimpses.ask(model, images, Threats.of(model, snapshot), this::show);
      }
    }
  }

  /** The network in training is evaluated as it was at the press of the button. */
  private String title(ModelInfo model) {
    return model.live()
        ? "%s after step %s".formatted(model.title(), Format.count(snapshot.step()))
        : model.title();
  }

  private void finish(String model, Outcome done) {
    evaluations.put(model, done);
    show();
    if (outcome.get() == done && selection.threshold().isProvisional()) {
      calibrate();
    }
  }
}
