package org.rhobust.service;

import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
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

/** Runs batteries part by part; see {@link Inspection}. */
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
