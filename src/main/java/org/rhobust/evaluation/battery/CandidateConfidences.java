package org.rhobust.evaluation.battery;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import org.rhobust.attack.CandidateObserver;
import org.rhobust.evaluation.AttackOutcome;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Values;

/**
 * Every point that an attack evaluates is a candidate, rejected steps included. Two numbers an
 * image decide every threshold: the highest confidence among its misclassified candidates and among
 * all. They stay on the device until {@link #outcome}.
 */
public final class CandidateConfidences implements CandidateObserver, AutoCloseable {

  private final NDArray labels;
  private final NDArray misclassified;
  private final NDArray any;

  /**
   * @param oneHot [N, K], the true classes
   */
  public CandidateConfidences(NDArray oneHot) {
    labels = Scope.persist(oneHot.argMax(1).toType(DataType.INT64, true));
    NDArray nothing = oneHot.get(":, 0").zerosLike().sub(Float.POSITIVE_INFINITY);
    misclassified = Scope.persist(nothing.duplicate());
    any = Scope.persist(nothing.duplicate());
  }

  @Override
  public void observe(NDArray perturbations, NDArray logits) {
    try (Scope scope = Scope.open()) {
      remember(logits);
    }
  }

  private void remember(NDArray logits) {
    NDArray probabilities = logits.softmax(1);
    NDArray highest = probabilities.max(new int[] {1});
    NDArray broken = highest.neq(highest);
    // A NaN output counts as misclassified and accepted at every threshold.
    NDArray infinite = highest.zerosLike().add(Float.POSITIVE_INFINITY);
    NDArray confidences = NDArrays.where(broken, infinite, highest);
    NDArray wrong =
        probabilities.argMax(1).toType(DataType.INT64, false).neq(labels).logicalOr(broken);
    keepMaximum(any, confidences);
    keepMaximum(misclassified, NDArrays.where(wrong, confidences, infinite.neg()));
  }

  /** The two numbers of each image. */
  public AttackOutcome outcome() {
    return new AttackOutcome(toDoubles(misclassified), toDoubles(any));
  }

  @Override
  public void close() {
    labels.close();
    misclassified.close();
    any.close();
  }

  private static void keepMaximum(NDArray highest, NDArray confidences) {
    Values.assign(highest, NDArrays.maximum(highest, confidences));
  }

  private static double[] toDoubles(NDArray array) {
    float[] values = array.toFloatArray();
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
