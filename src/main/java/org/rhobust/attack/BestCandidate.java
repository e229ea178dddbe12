package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;
import org.rhobust.model.Classifier;
import org.rhobust.tensor.Scope;

/**
 * Evaluates points without gradients and remembers, for each image, the one of lowest objective. In
 * the scope it is made in it holds one point an image, however many it evaluates.
 */
final class BestCandidate {

  private final Classifier classifier;
  private final AttackBatch batch;
  private final Objective objective;
  private final CandidateObserver observer;
  private final BestPoint best;

  BestCandidate(
      Classifier classifier, AttackBatch batch, Objective objective, CandidateObserver observer) {
    this.classifier = classifier;
    this.batch = batch;
    this.objective = objective;
    this.observer = observer;
    best = new BestPoint(batch);
  }

  /** δ of lowest objective so far, [N, C, H, W]; 0 where every objective was NaN. */
  NDArray perturbations() {
    return best.perturbations();
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
      best.offer(points, objective.evaluate(logits, batch.oneHot()));
    }
  }
}
