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
    this(images.neg(), images.neg().add(1));
  }

  private Box(NDArray lowest, NDArray highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  /** The part of the box in which no entry exceeds {@code epsilon} in magnitude. */
  public Box within(double epsilon) {
    return new Box(
        NDArrays.maximum(lowest, (float) -epsilon), NDArrays.minimum(highest, (float) epsilon));
  }

  /** The perturbations, of the images' shape, clamped. */
  public NDArray clamp(NDArray perturbations) {
    return NDArrays.minimum(NDArrays.maximum(perturbations, lowest), highest);
  }
}
