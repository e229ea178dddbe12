package org.rhobust.attack;

import ai.djl.ndarray.NDArray;

/** The direction that PGD averages into its momentum buffer and steps against. */
@FunctionalInterface
interface StepDirection {

  /**
   * @param gradient ∇F at the current points, [N, C, H, W]
   * @param images x, of the same shape
   * @param perturbations δ, the current points
   * @return of the same shape; zero where an example's gradient is zero, never NaN
   */
  NDArray of(NDArray gradient, NDArray images, NDArray perturbations);
}
