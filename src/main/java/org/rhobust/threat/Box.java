package org.rhobust.threat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;

/**
 * Keeps x + δ in [0, 1] by clamping δ to [−x, 1 − x]. Clamping δ, not x + δ, never lengthens it by
 * a rounding error.
 */
public final class Box {

  private final NDArray lowest;
  private final NDArray highest;

  /** The box around {@code images}, [N, C, H, W] in [0, 1]. */
  public Box(NDArray images) {
    lowest = images.neg();
    highest = images.neg().add(1);
  }

  /** The perturbations, of the images' shape, clamped. */
  public NDArray clamp(NDArray perturbations) {
    return NDArrays.minimum(NDArrays.maximum(perturbations, lowest), highest);
  }
}
