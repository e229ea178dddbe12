package org.rhobust.training;

import ai.djl.ndarray.NDArray;
import org.rhobust.model.Probabilities;

/**
 * Means over the clean and the attacked part of a batch, from the logits of its one forward pass.
 */
final class BatchMetrics {

  private final float[] losses;
  private final float[][] probabilities;
  private final int[] labels;

  /**
   * @param logits [N, K]
   * @param losses [N]
   */
  BatchMetrics(NDArray logits, NDArray losses, int[] labels) {
    this.losses = losses.toFloatArray();
    probabilities = Probabilities.ofLogits(logits);
    this.labels = labels;
  }

  /** Mean loss of the examples in [from, to); NaN where that is empty. */
  double loss(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += losses[i];
    }
    return sum / (to - from);
  }

  /** Share of the examples in [from, to) whose most probable class is not their label. */
  double error(int from, int to) {
    double wrong = 0;
    for (int i = from; i < to; i++) {
      wrong += Probabilities.prediction(probabilities[i]) == labels[i] ? 0 : 1;
    }
    return wrong / (to - from);
  }

  /** Mean probability of the most probable class of the examples in [from, to). */
  double confidence(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += probabilities[i][Probabilities.prediction(probabilities[i])];
    }
    return sum / (to - from);
  }
}
