package org.rhobust.service;

import java.util.Arrays;
import org.rhobust.run.MetricsFile;

/** The metrics of a run so far, a row a step; an immutable look at {@link MetricsFile#COLUMNS}. */
public final class MetricColumns {

  /** No rows. */
  public static final MetricColumns EMPTY =
      new MetricColumns(new double[MetricsFile.COLUMNS.size()][0], 0);

  private final double[][] columns;
  private final int size;

  MetricColumns(double[][] columns, int size) {
    this.columns = columns;
    this.size = size;
  }

  /** The number of rows. */
  public int size() {
    return size;
  }

  /**
   * Whether a column has a value in some row.
   *
   * @throws IllegalArgumentException when there is no such column
   */
  public boolean has(String name) {
    return Arrays.stream(column(name)).limit(size).anyMatch(value -> !Double.isNaN(value));
  }

  /**
   * The values of a column. Only the first {@link #size} count; the array may be longer and is
   * shared, so it must not be written.
   *
   * @throws IllegalArgumentException when there is no such column
   */
  public double[] column(String name) {
    int index = MetricsFile.COLUMNS.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "column '" + name + "' is unknown; use one of " + MetricsFile.COLUMNS);
    }
    return columns[index];
  }
}
