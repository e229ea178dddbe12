package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;

/**
 * The Square attack's points in L∞ (Andriushchenko et al. 2020, algorithm 2): vertical stripes one
 * pixel wide of ±ε, then one square a query, in which every channel takes ε or −ε.
 */
record SquareLInfinity(RandomWindows windows, float epsilon) implements SquareSampling {

  @Override
  public NDArray start() {
    NDArray stripes = windows.signs(1, windows.shape().width()).mul(epsilon);
    return stripes.repeat(2, windows.shape().height());
  }

  /** The paper adds ±2ε and projects: every entry of the square ends at ±ε. */
  @Override
  public NDArray next(NDArray perturbations, int side) {
    NDArray inside = windows.squares(side).neq(0).broadcast(perturbations.getShape());
    NDArray colours = windows.signs(1, 1).mul(epsilon).broadcast(perturbations.getShape());
    return NDArrays.where(inside, colours, perturbations);
  }

  @Override
  public int leastSide() {
    return 1;
  }
}
