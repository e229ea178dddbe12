package org.rhobust.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A NumPy array in memory as its file holds it, little-endian and in C order; values are widened
 * when they are asked for.
 */
public final class NpyArray {

  private final String name;
  private final NpyType type;
  private final int[] shape;
  private final ByteBuffer values;

  NpyArray(String name, NpyType type, int[] shape, byte[] values) {
    this.name = name;
    this.type = type;
    this.shape = shape;
    this.values = ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** What its archive calls it, without the ending .npy. */
  public String name() {
    return name;
  }

  /** A copy of the extents; empty for a single number. */
  public int[] shape() {
    return shape.clone();
  }

  /** The extents as Python writes them, such as {@code [200, 10]}. */
  public String shapeText() {
    return Arrays.stream(shape)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Whether it holds integers or booleans, not floats. */
  public boolean integral() {
    return type.integral();
  }

  /** The number of values. */
  public int size() {
    return values.capacity() / type.bytes();
  }

  /**
   * Value {@code i} in row-major order; a 64-bit integer is rounded.
   *
   * @throws IndexOutOfBoundsException if {@code i} is outside 0..{@link #size}−1
   */
  public double number(int i) {
    return type.integral() ? type.integer(values, i) : type.real(values, i);
  }

  /**
   * Value {@code i} in row-major order, exactly.
   *
   * @throws IndexOutOfBoundsException if {@code i} is outside 0..{@link #size}−1
   * @throws IllegalStateException if the values are floats
   */
  public long integer(int i) {
    if (!type.integral()) {
      throw new IllegalStateException(name + " holds floats");
    }
    return type.integer(values, i);
  }

  /** Whether its values are unsigned bytes. */
  boolean unsignedBytes() {
    return type == NpyType.UINT8;
  }

  /** The values as its file holds them, shared and not copied. */
  byte[] bytes() {
    return values.array();
  }
}
