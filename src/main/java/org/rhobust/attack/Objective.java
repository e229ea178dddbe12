package org.rhobust.attack;

import ai.djl.ndarray.NDArray;

/** What an attack minimises. */
public interface Objective {

  /** The name in files and on the command line, such as {@code confidence}. */
  String name();

  /**
   * F of each example, differentiable with respect to the logits.
   *
   * @param logits [N, K], K at least 2
   * @param oneHot [N, K], the true classes
   * @return [N]
   */
  NDArray evaluate(NDArray logits, NDArray oneHot);
}
