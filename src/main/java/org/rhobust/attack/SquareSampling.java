package org.rhobust.attack;

import ai.djl.ndarray.NDArray;

/**
 * The random points of the Square attack in one norm, before projection on the ball and the box.
 */
interface SquareSampling {

  /** The first points, [N, C, H, W]. */
  NDArray start();

  /**
   * Points that differ from {@code perturbations}, [N, C, H, W], in squares.
   *
   * @param side of the squares, from {@link #leastSide} to the images' shorter side
   */
  NDArray next(NDArray perturbations, int side);

  /** The smallest side that the paper allows, at least 1. */
  int leastSide();
}
