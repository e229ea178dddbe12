package org.rhobust.service;

import java.util.Arrays;
import org.rhobust.run.MetricsFile;

/** Hand-made metrics. */
public final class RunSamples {

  private RunSamples() {}

  /** Rows of a value of 1 over step n; a second each. */
  public static MetricColumns metrics(int rows) {
    MetricHistory history = new MetricHistory();
    for (int step = 1; step <= rows; step++) {
      double[] row = new double[MetricsFile.COLUMNS.size()];
      Arrays.fill(row, 1.0 / step);
      row[0] = step;
      row[2] = step;
      history.append(row);
    }
    return history.columns();
  }
}
