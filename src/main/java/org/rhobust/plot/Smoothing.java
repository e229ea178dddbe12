package org.rhobust.plot;

/** The moving average that training curves are smoothed with. */
public final class Smoothing {

  private Smoothing() {}

  /**
   * The debiased exponential moving average s_i = (Σ_j w^(i−j) y_j) / (Σ_j w^(i−j)) over the finite
   * values up to i; where y_i is not finite, s_i is NaN.
   *
   * @param ys values in order
   * @param weight w of the past, 0 (no smoothing) to below 1
   * @return as many values as given
   * @throws IllegalArgumentException when the weight is out of range
   */
  public static double[] movingAverage(double[] ys, double weight) {
    if (!(weight >= 0 && weight < 1)) {
      throw new IllegalArgumentException(
          "Smoothing weight " + weight + " must be at least 0 and below 1.");
    }
    double[] smooth = new double[ys.length];
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < ys.length; i++) {
      if (Double.isFinite(ys[i])) {
        sum = weight * sum + ys[i];
        weights = weight * weights + 1;
        smooth[i] = sum / weights;
      } else {
        smooth[i] = Double.NaN;
      }
    }
    return smooth;
  }
}
