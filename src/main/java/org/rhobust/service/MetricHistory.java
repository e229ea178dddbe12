package org.rhobust.service;

import java.util.Arrays;
import org.rhobust.run.MetricsFile;

/**
 * The metrics of a run, growing while it trains. One thread appends; a {@link MetricColumns} taken
 * on it can be read on any other, since rows below its size never change.
 */
final class MetricHistory {

  private static final int FIRST_CAPACITY = 1024;

  private double[][] columns = new double[MetricsFile.COLUMNS.size()][FIRST_CAPACITY];
  private int size;

  /** Of the rows that a run on disk holds. */
  static MetricHistory of(double[][] rows) {
    MetricHistory history = new MetricHistory();
    for (double[] row : rows) {
      history.append(row);
    }
    return history;
  }

  void append(double[] row) {
    if (size == columns[0].length) {
      double[][] larger = new double[columns.length][];
      Arrays.setAll(larger, c -> Arrays.copyOf(columns[c], 2 * size));
      columns = larger;
    }
    for (int c = 0; c < columns.length; c++) {
      columns[c][size] = row[c];
    }
    size++;
  }

  MetricColumns columns() {
    return new MetricColumns(columns.clone(), size);
  }
}
