package org.rhobust.evaluation;

import java.nio.file.Path;
import java.util.Arrays;
import org.rhobust.data.DataException;
import org.rhobust.data.NpyArray;

/** The distributions along the last axis of an array, each checked once. */
final class ProbabilityRows {

  /** What a softmax in single or half precision may be off by. */
  private static final double TOLERANCE = 1e-3;

  private final NpyArray array;
  private final int classes;
  private int broken;

  /**
   * @param file for messages
   * @param array [.., K], not empty
   * @throws DataException if a row is no distribution; one with a NaN is only counted
   */
  ProbabilityRows(Path file, NpyArray array) {
    this.array = array;
    int[] shape = array.shape();
    classes = shape[shape.length - 1];
    if (array.integral()) {
      throw new DataException(
          "%s: array %s holds integers; save probabilities as float32 or float64"
              .formatted(file, array.name()));
    }
    for (int row = 0; row < array.size() / classes; row++) {
      double[] values = row(row);
      if (Arrays.stream(values).anyMatch(Double::isNaN)) {
        broken++;
      } else {
        requireDistribution(file, row, values);
      }
    }
  }

  /** The number of rows with a NaN. */
  int broken() {
    return broken;
  }

  /** [to − from][K], of the rows counted over all axes but the last. */
  double[][] rows(int from, int to) {
    double[][] rows = new double[to - from][];
    Arrays.setAll(rows, i -> row(from + i));
    return rows;
  }

  private double[] row(int row) {
    double[] values = new double[classes];
    Arrays.setAll(values, k -> array.number(row * classes + k));
    return values;
  }

  private void requireDistribution(Path file, int row, double[] values) {
    for (double value : values) {
      if (!(value >= 0 && value <= 1 + TOLERANCE)) {
        throw new DataException(
            "%s: array %s holds %s in row %s, which is no probability; apply softmax to logits first"
                .formatted(file, array.name(), value, place(row)));
      }
    }
    double sum = Arrays.stream(values).sum();
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw new DataException(
          "%s: row %s of array %s sums to %s, not to 1; give the softmax over all classes"
              .formatted(file, place(row), array.name(), sum));
    }
  }

  /** Such as {@code 7}, or {@code [2, 7]} in an array of three axes. */
  private String place(int row) {
    int[] shape = array.shape();
    return shape.length == 2
        ? Integer.toString(row)
        : "[%d, %d]".formatted(row / shape[1], row % shape[1]);
  }
}
