package org.rhobust.model;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** An immutable float32 tensor in row-major order, away from any engine. */
public final class WeightTensor {

  private final long[] shape;
  private final float[] values;

  private WeightTensor(long[] shape, float[] values) {
    if (count(shape) != values.length) {
      throw new IllegalArgumentException(
          "shape %s does not hold %d values".formatted(Arrays.toString(shape), values.length));
    }
    this.shape = shape;
    this.values = values;
  }

  /**
   * A tensor of its own, copied from the arrays.
   *
   * @param shape the extents, each at least 0; empty for a scalar
   * @param values as many values as the extents multiply to
   * @throws IllegalArgumentException if an extent is negative or the count does not fit
   */
  public static WeightTensor of(long[] shape, float[] values) {
    return new WeightTensor(shape.clone(), values.clone());
  }

  /** As {@link #of}, but keeps the arrays: for a reader that lets go of them. */
  static WeightTensor owning(long[] shape, float[] values) {
    return new WeightTensor(shape, values);
  }

  /**
   * The number of values a shape holds.
   *
   * @throws IllegalArgumentException if an extent is negative or the product overflows a long
   */
  static long count(long[] shape) {
    long count = 1;
    for (long extent : shape) {
      if (extent < 0) {
        throw new IllegalArgumentException("negative extent in " + Arrays.toString(shape));
      }
      try {
        count = Math.multiplyExact(count, extent);
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException("overflowing shape " + Arrays.toString(shape), e);
      }
    }
    return count;
  }

  /** A copy of the extents. */
  public long[] shape() {
    return shape.clone();
  }

  /** The number of values. */
  public int size() {
    return values.length;
  }

  /** Whether no value is NaN or infinite. */
  boolean isFinite() {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** A copy of the values. */
  public float[] values() {
    return values.clone();
  }

  /** The values as a read-only buffer, without a copy. */
  public FloatBuffer buffer() {
    return FloatBuffer.wrap(values).asReadOnlyBuffer();
  }

  /** Equal shape and values, where NaN equals NaN and 0 differs from −0. */
  @Override
  public boolean equals(Object other) {
    return other instanceof WeightTensor tensor
        && Arrays.equals(shape, tensor.shape)
        && Arrays.equals(values, tensor.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "float32" + Arrays.toString(shape);
  }
}
