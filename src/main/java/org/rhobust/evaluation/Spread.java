package org.rhobust.evaluation;

import java.util.List;

/**
 * Curves of several images over the same distances, taken together.
 *
 * @param mean at each distance
 * @param low the {@value #LOW} quantile there
 * @param high the {@value #HIGH} quantile there
 */
public record Spread(double[] mean, double[] low, double[] high) {

  static final double LOW = 0.1;
  static final double HIGH = 0.9;

  /**
   * The spread of rows of equal length.
   *
   * @param rows at least one
   */
  public static Spread of(List<double[]> rows) {
    int length = rows.get(0).length;
    Spread spread = new Spread(new double[length], new double[length], new double[length]);
    for (int i = 0; i < length; i++) {
      int at = i;
      double[] sorted = rows.stream().mapToDouble(row -> row[at]).sorted().toArray();
      spread.mean[i] = rows.stream().mapToDouble(row -> row[at]).average().orElseThrow();
      spread.low[i] = Quantile.of(sorted, LOW);
      spread.high[i] = Quantile.of(sorted, HIGH);
    }
    return spread;
  }
}
