package org.rhobust.training;

import ai.djl.ndarray.NDArray;

/**
 * Cross-entropy between a target distribution and a prediction, CE(p̃, logits) = −Σₖ p̃ₖ ·
 * log_softmax(logits)ₖ (article Listing 2). It works on logits: log(softmax) would overflow.
 */
public final class CrossEntropyDivergence {

  private CrossEntropyDivergence() {}

  /**
   * The divergence of each example.
   *
   * @param logits [N, K]
   * @param targets [N, K], rows that sum to 1
   * @return [N]
   */
  public static NDArray perExample(NDArray logits, NDArray targets) {
    return logits.logSoftmax(1).mul(targets).sum(new int[] {1}).neg();
  }

  /** The mean over the examples, one number. */
  public static NDArray mean(NDArray logits, NDArray targets) {
    return perExample(logits, targets).mean();
  }
}
