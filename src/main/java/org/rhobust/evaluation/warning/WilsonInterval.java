package org.rhobust.evaluation.warning;

/**
 * A share with 95 % confidence (Wilson 1927): the p for which |k/n − p| ≤ z √(p(1 − p)/n).
 *
 * @param low in [0, 1]
 * @param high in [0, 1]
 */
record WilsonInterval(double low, double high) {

  private static final double Z = 1.959963984540054;

  /**
   * @param count k, from 0 to n
   * @param all n, at least 1
   */
  static WilsonInterval of(int count, int all) {
    double share = (double) count / all;
    double middle = share + Z * Z / (2 * all);
    double half = Z * Math.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all));
    double scale = 1 + Z * Z / all;
    return new WilsonInterval(
        Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale));
  }
}
