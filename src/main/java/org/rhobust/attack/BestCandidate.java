package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.function.Supplier;
import org.rhobust.model.Classifier;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Values;
import org.rhobust.threat.Examples;

/**
 * Evaluates points without gradients and remembers, for each image, the one of lowest objective. In
 * the scope it is made in it holds one point an image, however many it evaluates.
 */
final class BestCandidate {

  private final Classifier classifier;
  private final AttackBatch batch;
  private final Objective objective;
  private final CandidateObserver observer;
  private final NDArray perturbations;
  private final NDArray objectives;

  BestCandidate(
      Classifier classifier, AttackBatch batch, Objective objective, CandidateObserver observer) {
    this.classifier = classifier;
    this.batch = batch;
    this.objective = objective;
    this.observer = observer;
    perturbations = batch.images().zerosLike();
    objectives =
        batch
            .images()
            .getManager()
            .full(new Shape(batch.size()), Float.POSITIVE_INFINITY, DataType.FLOAT32);
  }

  /** δ of lowest objective so far, [N, C, H, W]; 0 where every objective was NaN. */
  NDArray perturbations() {
    return perturbations;
  }

  /** Evaluates one point of each image, [N, C, H, W], which is made in a scope of its own. */
  void evaluate(Supplier<NDArray> candidates) {
    try (Scope scope = Scope.open()) {
      NDArray points = candidates.get();
      consider(points, classifier.logits(batch.images().add(points)));
    }
  }

  /** Takes one point of each image, [N, C, H, W], whose logits, [N, K], are known. */
  void consider(NDArray points, NDArray logits) {
    try (Scope scope = Scope.open()) {
      observer.observe(points, logits);
      NDArray values = objective.evaluate(logits, batch.oneHot());
      NDArray better = values.lt(objectives);
      Values.assign(perturbations, Examples.where(better, points, perturbations));
      Values.assign(objectives, Examples.where(better, values, objectives));
    }
  }
}
