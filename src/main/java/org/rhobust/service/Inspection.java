package org.rhobust.service;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.ConfidencePlane;
import org.rhobust.evaluation.Direction;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.DirectionFollower;
import org.rhobust.evaluation.DirectionSettings;
import org.rhobust.evaluation.DirectionSummary;
import org.rhobust.evaluation.Directions;
import org.rhobust.evaluation.Prediction;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryEvaluation;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.model.Classifier;
import org.rhobust.run.Evaluation;
import org.rhobust.tensor.ComputeThread;

/**
 * Questions about one model, answered between two iterations of a training where one runs. A newer
 * question of the same kind replaces one that waits, whose answer is then cancelled.
 */
public final class Inspection {

  /** One batch of an evaluation. */
  static final int GLIMPSED = 50;

  private static final int GLIMPSE_HELD_OUT = 200;

  private final ComputeThread compute;
  private final ModelShelf models;
  private final Evaluations evaluations;
  private final AtomicReference<CompletableFuture<AttackRestarts>> walk =
      new AtomicReference<>(new CompletableFuture<>());

  public Inspection(ComputeThread compute, ModelShelf models) {
    this.compute = compute;
    this.models = models;
    evaluations = new Evaluations(compute, models);
  }

  /**
   * Attacks one image and records every step of every restart. A newer question ends the attack.
   *
   * @param partial told what there is of the attack while it goes on, first of the start and then
   *     as often as a screen follows, on the compute thread
   * @return cancelling it ends the attack at the next step
   */
  public CompletableFuture<AttackRestarts> steps(
      StepsRequest request, Consumer<AttackRestarts> partial) {
    CompletableFuture<AttackRestarts> answer = new CompletableFuture<>();
    walk.getAndSet(answer).cancel(false);
    CompletableFuture<AttackRestarts> work =
        compute.submitLatest(
            "steps",
            () -> {
              Classifier classifier = models.classifier(request.model());
              return new StepsRecording(classifier, request, answer::isDone, partial).run();
            });
    // Nobody else needs to hold what was found.
    work.whenComplete((restarts, problem) -> walk.compareAndSet(answer, new CompletableFuture<>()));
    forward(work, answer);
    return answer;
  }

  /**
   * Follows the confidences along a direction.
   *
   * @param place names the asker: a newer question from the same place replaces one that waits
   * @return cancelling it ends the attack at the next step
   */
  public CompletableFuture<DirectionCurve> direction(String place, DirectionRequest request) {
    CompletableFuture<DirectionCurve> answer = new CompletableFuture<>();
    CompletableFuture<DirectionCurve> work =
        compute.submitLatest("direction " + place, () -> follow(request, answer::isDone));
    answer.whenComplete((curve, problem) -> work.cancel(false));
    forward(work, answer);
    return answer;
  }

  /**
   * Follows the directions of many images, part by part as {@link #confidences}.
   *
   * @param count how many images from the start of the set
   * @param progress told the share done, on the compute thread
   * @return cancelling it ends the work at the next iteration
   */
  public CompletableFuture<DirectionSummary> meanDirection(
      DirectionRequest request, int count, DoubleConsumer progress) {
    return evaluations.meanDirection(request, count, progress);
  }

  /**
   * Looks at the plane of a direction and a random one orthogonal to it, part by part as {@link
   * #confidences}.
   *
   * @param progress told the share done, on the compute thread
   * @return cancelling it ends the work at the next iteration
   */
  public CompletableFuture<ConfidencePlane> plane(
      DirectionRequest request, DoubleConsumer progress) {
    return evaluations.plane(request, progress);
  }

  /**
   * Predicts images; the network in training as it is now.
   *
   * @param images a few, each [C, H, W] in [0, 1] of the model's input shape
   */
  public CompletableFuture<List<Prediction>> predict(String model, List<float[]> images) {
    return compute.submitLatest("predict", () -> Prediction.of(models.classifier(model), images));
  }

  /**
   * Looks at a model as the probes of a training do: a short attack on few images, which shows
   * something at once and flatters the model. A newer glimpse replaces one that waits.
   */
  public CompletableFuture<BatteryResult> glimpse(
      String model, ImageSet test, String norm, double epsilon) {
    return compute.submitLatest(
        "glimpse",
        () -> {
          PgdSettings attack = AttackBattery.glimpseAttack(norm, epsilon);
          return glimpse(models.classifier(model), test, attack, () -> {});
        });
  }

  /**
   * A short attack on the first images of a set.
   *
   * @param betweenPoints called between two iterations
   */
  static BatteryResult glimpse(
      Classifier classifier, ImageSet test, PgdSettings attack, Runnable betweenPoints) {
    int attacked = Math.min(GLIMPSED, Math.max(1, test.size() / 2));
    int heldOut = Math.min(GLIMPSE_HELD_OUT, test.size() - attacked);
    BatteryEvaluation evaluation =
        new BatteryEvaluation(
            classifier, TestSplit.of(test, attacked, heldOut), AttackBattery.glimpse(attack), 0);
    while (!evaluation.finished()) {
      evaluation.runNext(betweenPoints);
    }
    return evaluation.result(betweenPoints);
  }

  /**
   * Runs a battery, part by part: questions and a training go on in between. The network in
   * training is evaluated as it is now.
   *
   * @param count how many images from the start of {@code test} are attacked
   * @param heldOut how many from its end set the threshold
   * @param progress told the share done, on the compute thread
   * @return cancelling it ends the work at the next iteration
   */
  public CompletableFuture<BatteryResult> confidences(
      String model,
      ImageSet test,
      int count,
      int heldOut,
      AttackBattery battery,
      long seed,
      DoubleConsumer progress) {
    return evaluations.confidences(
        model, TestSplit.of(test, count, heldOut), battery, seed, progress);
  }

  /**
   * Evaluates a model with all checks of its figures, part by part as {@link #confidences}.
   *
   * @param progress told the share done, on the compute thread
   * @return cancelling it ends the work at the next iteration; finished parts are kept
   */
  public CompletableFuture<Evaluation> evaluate(
      EvaluationRequest request, DoubleConsumer progress) {
    return evaluations.evaluate(request, progress);
  }

  private static <R> void forward(CompletableFuture<R> work, CompletableFuture<R> answer) {
    work.whenComplete(
        (result, problem) -> {
          if (problem == null) {
            answer.complete(result);
          } else {
            answer.completeExceptionally(problem);
          }
        });
  }

  private DirectionCurve follow(DirectionRequest request, BooleanSupplier abandoned) {
    DirectionSettings settings = request.settings();
    PgdObserver observer =
        state -> {
          if (abandoned.getAsBoolean()) {
            throw new CancellationException("cancelled");
          }
        };
    Direction direction =
        new Directions(models.classifier(request.attacked()), request.images(), settings)
            .find(request.index(), observer);
    return DirectionFollower.followClosely(
        models.classifier(request.model()),
        direction,
        settings.farthest(direction),
        settings.attack().epsilon(),
        settings.clipped());
  }
}
