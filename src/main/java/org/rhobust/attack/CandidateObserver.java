package org.rhobust.attack;

import ai.djl.ndarray.NDArray;

/**
 * Told of every point that an attack evaluates, on the compute thread. Each of them is a candidate
 * for an image's worst case, whether the attack goes on from it or not.
 */
@FunctionalInterface
public interface CandidateObserver {

  /**
   * One point of each image; may throw to end the attack. The arrays live until this returns.
   *
   * @param perturbations δ, [N, C, H, W]
   * @param logits at x + δ, [N, K]
   */
  void observe(NDArray perturbations, NDArray logits);

  /** An observer that does nothing. */
  static CandidateObserver none() {
    return (perturbations, logits) -> {};
  }

  /** One observer after the other. */
  static CandidateObserver both(CandidateObserver first, CandidateObserver second) {
    return (perturbations, logits) -> {
      first.observe(perturbations, logits);
      second.observe(perturbations, logits);
    };
  }
}
