package org.rhobust.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/** Values of arrays that live on. */
public final class Values {

  private static final NDIndex ALL = new NDIndex(":");

  private Values() {}

  /**
   * Replaces all values of {@code target}, which stays the same array.
   *
   * @param values as many as it has, in row-major order
   */
  public static void assign(NDArray target, float[] values) {
    try (Scope scope = Scope.open()) {
      assign(target, target.getManager().create(values, target.getShape()));
    }
  }

  /** As {@link #assign(NDArray, float[])} from an array of the same shape, on the device. */
  public static void assign(NDArray target, NDArray source) {
    target.set(ALL, source);
  }
}
