package org.rhobust.evaluation;

/** Quantiles of samples. */
public final class Quantile {

  private Quantile() {}

  /**
   * The quantile of a share in [0, 1], linear between neighbours (Hyndman and Fan 1996, type 7, as
   * NumPy's default).
   *
   * @param sorted at least one value, ascending
   */
  public static double of(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
