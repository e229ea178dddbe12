package org.rhobust.workbench.histogram;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.AttackBattery;
import org.rhobust.evaluation.BatteryResult;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.ProbeResult;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.Latest;
import org.rhobust.workbench.controls.Threat;

/**
 * The confidences of the selected model: an evaluation where one was run, else for the network in
 * training its latest probe. Belongs to the JavaFX thread.
 */
final class HistogramModel {

  private final Selection selection;
  private final Evaluator evaluator;
  private final Executor ui;
  private final DoubleSupplier seconds;
  private final BudgetModel budget = new BudgetModel();
  private final Latest<BatteryResult> latest;
  private final Map<String, Outcome> evaluations = new HashMap<>();
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(this, "outcome");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", 0);
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private TrainingSnapshot snapshot = TrainingSnapshot.IDLE;
  private int evaluation;
  private CompletableFuture<BatteryResult> running = new CompletableFuture<>();

  /** Runs a battery; see {@link org.rhobust.service.Inspection#confidences}. */
  @FunctionalInterface
  interface Evaluator {
    CompletableFuture<BatteryResult> run(
        String model,
        ImageSet test,
        int count,
        int heldOut,
        AttackBattery battery,
        long seed,
        DoubleConsumer progress);
  }

  /**
   * @param ui runs on the JavaFX thread
   * @param seconds a clock that never goes back
   */
  HistogramModel(Selection selection, Evaluator evaluator, Executor ui, DoubleSupplier seconds) {
    this.selection = selection;
    this.evaluator = evaluator;
    this.ui = ui;
    this.seconds = seconds;
    latest = new Latest<>(ui);
    selection.modelProperty().addListener((o, before, after) -> selectionChanged());
    selection.imagesProperty().addListener((o, before, after) -> imagesChanged());
    selectionChanged();
  }

  /** What an evaluation would do. */
  BudgetModel budget() {
    return budget;
  }

  /** What is shown; null before there is anything. */
  ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Whether an evaluation runs. */
  ReadOnlyBooleanProperty runningProperty() {
    return latest.busyProperty();
  }

  /** The share of the evaluation done, in [0, 1]. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Which model is evaluated and how long it will take; empty while none is. */
  ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Why the last evaluation failed; empty where it did not. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
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
    cancel();
    problem.set("");
    tell(title, 0, 0);
    double start = seconds.getAsDouble();
    int number = ++evaluation;
    latest.ask(
        () -> {
          running =
              evaluator.run(
                  model.id(),
                  images,
                  spent.count(),
                  spent.heldOut(),
                  spent.battery(),
                  0,
                  share -> ui.execute(() -> progressed(number, title, share, start)));
          return running;
        },
        result -> finish(model, Outcome.of(result, images, false, title + ": " + spent.words())),
        this::fail);
  }

  /** Gives up the evaluation that runs. */
  void cancel() {
    latest.forget();
    running.cancel(false);
    status.set("");
    progress.set(0);
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
    ModelInfo model = selection.modelProperty().get();
    if (model == null || !model.live()) {
      return;
    }
    budget.setThreat(Threat.of(model, now));
    if (anotherRun) {
      evaluations.remove(model.id());
    }
    if (now.probe() != before || anotherRun) {
      show();
    }
  }

  private void imagesChanged() {
    evaluations.clear();
    selectionChanged();
  }

  private void selectionChanged() {
    ImageSet images = selection.imagesProperty().get();
    if (images != null) {
      budget.setAvailable(images.size());
    }
    budget.setThreat(Threat.of(selection.modelProperty().get(), snapshot));
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
    } else {
      outcome.set(model.live() && probe != null ? glimpse(probe, images) : null);
    }
  }

  private static Outcome glimpse(ProbeResult probe, ImageSet images) {
    String origin =
        "A glimpse after step %,d: %d test images, %d steps. It shows the trend and flatters the model; press Evaluate for more."
            .formatted(
                probe.step(),
                probe.sample().attacked().size(),
                probe.sample().battery().attacks().get(0).steps());
    return Outcome.of(probe.sample(), images, true, origin);
  }

  /** The network in training is evaluated as it was at the press of the button. */
  private String title(ModelInfo model) {
    return model.live()
        ? "%s after step %,d".formatted(model.title(), snapshot.step())
        : model.title();
  }

  private void progressed(int number, String title, double share, double start) {
    if (number == evaluation && latest.busyProperty().get()) {
      tell(title, share, seconds.getAsDouble() - start);
    }
  }

  private void tell(String title, double share, double elapsed) {
    progress.set(share);
    status.set(
        share > 0 && share < 1
            ? "Evaluating %s, about %s left"
                .formatted(title, Format.duration(elapsed * (1 - share) / share))
            : "Evaluating " + title);
  }

  private void finish(ModelInfo model, Outcome done) {
    status.set("");
    evaluations.put(model.id(), done);
    show();
    if (Double.isNaN(selection.thresholdProperty().get())) {
      calibrate();
    }
  }

  private void fail(String why) {
    status.set("");
    problem.set(why);
  }
}
