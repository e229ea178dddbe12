package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Values;
import org.rhobust.threat.Examples;

/**
 * The point of lowest objective that each example of a batch has met, the first among equals. Lives
 * in the scope it is made in, and is written in place: points may be offered from inner scopes.
 */
final class BestPoint {

  private final NDArray perturbations;
  private final NDArray objective;

  /** Nothing met yet: δ = 0 and F = ∞. */
  BestPoint(AttackBatch batch) {
    perturbations = batch.images().zerosLike();
    objective = batch.oneHot().max(new int[] {1}).mul(Float.POSITIVE_INFINITY);
  }

  /**
   * Remembers the points that are better; one whose F is NaN is not.
   *
   * @param candidates δ, [N, C, H, W]
   * @param values F there, [N]
   */
  void offer(NDArray candidates, NDArray values) {
    try (Scope scope = Scope.open()) {
      NDArray better = values.lt(objective);
      Values.assign(perturbations, Examples.where(better, candidates, perturbations));
      Values.assign(objective, Examples.where(better, values, objective));
    }
  }

  /** δ, [N, C, H, W]. */
  NDArray perturbations() {
    return perturbations;
  }

  /** F there, [N]. */
  NDArray objective() {
    return objective;
  }
}
