package org.rhobust.workbench.evaluation;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.util.Subscription;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.run.Durations;
import org.rhobust.run.Evaluation;
import org.rhobust.service.EvaluationRequest;
import org.rhobust.service.ModelInfo;
import org.rhobust.service.ModelShelf;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.workbench.Selection;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.LongWork;
import org.rhobust.workbench.controls.Threats;

/**
 * What would be evaluated, the evaluation that runs, and what came of earlier ones. Belongs to the
 * JavaFX thread; files and figures are worked on in the background.
 */
final class EvaluationModel {

  private final Selection selection;
  private final Evaluator evaluator;
  private final Supplier<Path> folder;
  private final PlanModel plan;
  private final LongWork<Evaluation> work;
  private final ResultModel results;
  private final ReportFiles files;
  private final DoubleProperty pointsPerSecond =
      new SimpleDoubleProperty(this, "points per second", Double.NaN);
  private final StringBinding estimate;
  private TrainingSnapshot snapshot = TrainingSnapshot.IDLE;
  private EvaluationRequest running;
  private final Subscription following;
  private double points;

  /** Runs an evaluation; see {@link org.rhobust.service.Inspection#evaluate}. */
  @FunctionalInterface
  interface Evaluator {
    CompletableFuture<Evaluation> run(EvaluationRequest request, DoubleConsumer progress);
  }

  /**
   * @param folder that finished parts are kept in, one folder a model and battery
   * @param background for files and figures
   * @param ui runs on the JavaFX thread
   * @param clock seconds that never go back
   */
  EvaluationModel(
      Selection selection,
      Evaluator evaluator,
      Supplier<Path> folder,
      Executor background,
      Executor ui,
      DoubleSupplier clock) {
    this.selection = selection;
    this.evaluator = evaluator;
    this.folder = folder;
    plan = new PlanModel(background, ui);
    work = new LongWork<>(ui, clock);
    files = new ReportFiles(background, ui);
    results = new ResultModel(selection, background, ui, files::warn);
    estimate = Bindings.createStringBinding(this::estimate, plan.planProperty(), pointsPerSecond);
    following =
        selection
            .modelProperty()
            .subscribe((before, after) -> selectionChanged())
            .and(selection.imagesProperty().subscribe((before, after) -> imagesChanged()));
    imagesChanged();
  }

  /** Follows the selection no more, and gives up an evaluation that runs. */
  void close() {
    following.unsubscribe();
    work.cancel();
  }

  /** What an evaluation would do. */
  PlanModel plan() {
    return plan;
  }

  /** The evaluation that runs, if one does. */
  LongWork<Evaluation> work() {
    return work;
  }

  /** What came of evaluations. */
  ResultModel results() {
    return results;
  }

  /** Writes reports and batteries. */
  ReportFiles files() {
    return files;
  }

  /** Whether {@link #evaluate} has what it needs. */
  boolean canEvaluate() {
    return selection.modelProperty().get() != null
        && selection.imagesProperty().get() != null
        && plan.planProperty().get() != null;
  }

  /** What the plan says and how long it takes at the speed of the last evaluation. */
  ObservableStringValue estimateProperty() {
    return estimate;
  }

  private String estimate() {
    Plan planned = plan.planProperty().get();
    if (planned == null) {
      return "";
    }
    double seconds = planned.points() / pointsPerSecond.get();
    return "%s. %s points to evaluate%s."
        .formatted(
            planned.words(),
            Format.count(Math.round(planned.points())),
            seconds > 0 ? ", about %s at the last speed".formatted(Durations.words(seconds)) : "");
  }

  /** Evaluates the selected model; an evaluation that runs is given up. */
  void evaluate() {
    if (canEvaluate()) {
      ModelInfo model = selection.modelProperty().get();
      ImageSet images = selection.imagesProperty().get();
      plan.renew(ready -> start(model, images, ready));
    }
  }

  /** Ends the evaluation that runs; what is done is kept. */
  void cancel() {
    if (!work.runningProperty().get()) {
      return;
    }
    measureSpeed();
    work.cancel();
    files.tell(
        running.model().live()
            ? "Cancelled. Of the network in training nothing is kept, since it changes."
            : "Cancelled. What was computed is kept: the same evaluation goes on from there.");
  }

  /** Writes the report of what is shown into a folder. */
  void save(Path out) {
    files.save(results.findingsProperty().get().outcome(), out);
  }

  /** Writes the chosen battery, one that comes along, to a file and chooses that. */
  void copyBattery(Path file) {
    files.copyBattery(plan.batteryProperty().get(), file, () -> plan.open(file));
  }

  /** Tells the training as it stands. */
  void update(TrainingSnapshot now) {
    boolean anotherRun = now.folder() != null && !now.folder().equals(snapshot.folder());
    snapshot = now;
    if (anotherRun) {
      if (running != null && running.model().live()) {
        cancel();
      }
      results.remove(ModelShelf.LIVE);
    }
    ModelInfo model = selection.modelProperty().get();
    if (model != null && model.live()) {
      plan.setThreat(Threats.of(model, now));
    }
  }

  private void start(ModelInfo model, ImageSet images, Plan ready) {
    files.tell("");
    EvaluationRequest request =
        new EvaluationRequest(
            model,
            title(model),
            TestSplit.ofAll(images, ready.attacked(), ready.heldOut()),
            ready.battery(),
            ready.seed(),
            parts(model, ready));
    running = request;
    points = ready.points();
    work.start(
        "Evaluating " + request.name(),
        progress -> evaluator.run(request, progress),
        evaluation -> finish(new Outcome(evaluation, model, ready)));
  }

  private Path parts(ModelInfo model, Plan ready) {
    String name = model.title() + "-" + ready.battery().name();
    return folder.get().resolve(name.replaceAll("[^\\p{L}\\p{N}._-]+", "-")).resolve("parts");
  }

  /** The network in training is evaluated as it is when its turn comes. */
  private String title(ModelInfo model) {
    return model.live()
        ? "%s after step %s".formatted(model.title(), Format.count(snapshot.step()))
        : model.title();
  }

  private void finish(Outcome outcome) {
    measureSpeed();
    results.put(outcome);
  }

  /** Keeps the speed before where all was found from an earlier run. */
  private void measureSpeed() {
    double speed = work.speed() * points;
    if (speed > 0) {
      pointsPerSecond.set(speed);
    }
  }

  private void imagesChanged() {
    work.cancel();
    results.clear();
    ImageSet images = selection.imagesProperty().get();
    if (images != null) {
      plan.setAvailable(images.size());
    }
    selectionChanged();
  }

  private void selectionChanged() {
    plan.setThreat(Threats.of(selection.modelProperty().get(), snapshot));
    results.show();
  }
}
