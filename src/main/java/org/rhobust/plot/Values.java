package org.rhobust.plot;

import java.util.Arrays;

/** A column of numbers that nobody can change. */
public final class Values {

  /** No numbers. */
  public static final Values NONE = new Values(new double[0]);

  private final double[] values;

  private Values(double[] values) {
    this.values = values;
  }

  /** A copy of all numbers of an array. */
  public static Values of(double... values) {
    return new Values(values.clone());
  }

  /**
   * A copy of the first {@code count} numbers of an array.
   *
   * @throws IllegalArgumentException when the array is shorter or the count negative
   */
  public static Values first(double[] values, int count) {
    if (count < 0 || count > values.length) {
      throw new IllegalArgumentException(
          "Cannot plot " + count + " of " + values.length + " values: give at most its length.");
    }
    return new Values(Arrays.copyOf(values, count));
  }

  /** How many numbers there are. */
  public int size() {
    return values.length;
  }

  /** The number at an index from 0. */
  public double get(int index) {
    return values[index];
  }

  /** A copy as an array. */
  public double[] toArray() {
    return values.clone();
  }

  static void requireSameSize(String name, Values xs, Values ys) {
    if (xs.size() != ys.size()) {
      throw new IllegalArgumentException(
          "Series \"" + name + "\" has " + xs.size() + " x and " + ys.size() + " y values.");
    }
  }
}
