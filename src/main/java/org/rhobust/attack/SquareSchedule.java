package org.rhobust.attack;

/**
 * The share p of an image that the Square attack changes in one query: halved eight times, at the
 * published queries of 10,000, which are rescaled to the budget.
 *
 * @param initialShare p of the first query, in [0, 1]
 * @param queries the budget, at least 1
 */
record SquareSchedule(double initialShare, int queries) {

  private static final int PUBLISHED_QUERIES = 10_000;
  private static final int[] HALVINGS = {10, 50, 200, 1000, 2000, 4000, 6000, 8000};

  /** p of a query, which counts from 0. */
  double share(int query) {
    double share = initialShare;
    for (int halving : HALVINGS) {
      if ((long) query * PUBLISHED_QUERIES >= (long) halving * queries) {
        share /= 2;
      }
    }
    return share;
  }

  /**
   * The side of the square that holds this share: the nearest whole number to √(p·H·W).
   *
   * @param least the smallest side; a picture too small for it has one of its shorter side
   */
  int side(int query, int height, int width, int least) {
    long side = Math.round(Math.sqrt(share(query) * height * width));
    return (int) Math.min(Math.max(side, least), Math.min(height, width));
  }
}
