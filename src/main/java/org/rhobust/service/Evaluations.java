package org.rhobust.service;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.rhobust.evaluation.ConfidencePlane;
import org.rhobust.evaluation.DirectionSummary;
import org.rhobust.evaluation.MeanDirection;
import org.rhobust.evaluation.PlaneEvaluation;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryEvaluation;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.battery.PartStore;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.model.Classifier;
import org.rhobust.run.EvaluatedModel;
import org.rhobust.run.Evaluation;
import org.rhobust.run.ModelEvaluation;
import org.rhobust.run.PartFolder;
import org.rhobust.tensor.ComputeThread;

/** Runs long questions part by part; see {@link Inspection}. */
final class Evaluations {

  private final ComputeThread compute;
  private final ModelShelf models;

  Evaluations(ComputeThread compute, ModelShelf models) {
    this.compute = compute;
    this.models = models;
  }

  CompletableFuture<BatteryResult> confidences(
      String model, TestSplit split, AttackBattery battery, long seed, DoubleConsumer progress) {
    return run(
        model,
        classifier -> {
          BatteryEvaluation evaluation = new BatteryEvaluation(classifier, split, battery, seed);
          return new PartByPart.Work<>(
              evaluation::finished,
              evaluation::progress,
              evaluation::runNext,
              evaluation::result,
              evaluation::close);
        },
        progress);
  }

  CompletableFuture<Evaluation> evaluate(EvaluationRequest request, DoubleConsumer progress) {
    return run(
        request.model().id(),
        classifier -> {
          ModelEvaluation evaluation = evaluation(request, classifier);
          return new PartByPart.Work<>(
              evaluation::finished,
              evaluation::progress,
              evaluation::runNext,
              evaluation::result,
              evaluation::close);
        },
        progress);
  }

  private static ModelEvaluation evaluation(EvaluationRequest request, Classifier classifier) {
    ModelInfo model = request.model();
    TestSplit split = request.split();
    PartStore store =
        model.live()
            ? PartStore.none()
            : new PartFolder(
                request.parts(), model.sha256(), classifier, split.images(), request.seed());
    return new ModelEvaluation(
        new EvaluatedModel(request.name(), model.sha256(), model.description()),
        classifier,
        split,
        request.battery(),
        request.seed(),
        store);
  }

  /** Follows the directions of many images; see {@link Inspection#meanDirection}. */
  CompletableFuture<DirectionSummary> meanDirection(
      DirectionRequest request, int count, DoubleConsumer progress) {
    return runOnTwo(
        request,
        (classifier, attacked) -> {
          MeanDirection mean =
              new MeanDirection(classifier, attacked, request.images(), count, request.settings());
          return new PartByPart.Work<>(
              mean::finished, mean::progress, mean::runNext, between -> mean.result(), () -> {});
        },
        progress);
  }

  /** Evaluates a plane; see {@link Inspection#plane}. */
  CompletableFuture<ConfidencePlane> plane(DirectionRequest request, DoubleConsumer progress) {
    return runOnTwo(
        request,
        (classifier, attacked) -> {
          PlaneEvaluation plane =
              new PlaneEvaluation(
                  classifier, attacked, request.images(), request.index(), request.settings());
          return new PartByPart.Work<>(
              plane::finished,
              plane::progress,
              plane::runNext,
              between -> plane.result(),
              () -> {});
        },
        progress);
  }

  /** As {@link #run}, with the model that is attacked beside the one that is followed. */
  private <R> CompletableFuture<R> runOnTwo(
      DirectionRequest request,
      BiFunction<Classifier, Classifier, PartByPart.Work<R>> opening,
      DoubleConsumer progress) {
    return run(
        request.model(),
        classifier -> {
          if (request.attacked().equals(request.model())) {
            return opening.apply(classifier, classifier);
          }
          Classifier attacked = models.frozen(request.attacked());
          try {
            return opening.apply(classifier, attacked).thenClose(() -> models.release(attacked));
          } catch (RuntimeException e) {
            models.release(attacked);
            throw e;
          }
        },
        progress);
  }

  /** On a model that training does not change, which is let go of with the work. */
  private <R> CompletableFuture<R> run(
      String model, Function<Classifier, PartByPart.Work<R>> opening, DoubleConsumer progress) {
    return PartByPart.run(
        compute,
        () -> {
          Classifier classifier = models.frozen(model);
          try {
            return opening.apply(classifier).thenClose(() -> models.release(classifier));
          } catch (RuntimeException e) {
            models.release(classifier);
            throw e;
          }
        },
        progress);
  }
}
