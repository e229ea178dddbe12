package org.rhobust.plot;

/**
 * An axis as it is asked for; ends left open follow the data.
 *
 * @param label what it measures, with the unit
 * @param log whether it is logarithmic (base 10); values that are not positive are then left out
 * @param low the fixed lower end, or NaN to follow the data
 * @param high the fixed upper end, or NaN to follow the data
 */
public record Axis(String label, boolean log, double low, double high) {

  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException when fixed ends are infinite, out of order, or not positive on
   *     a logarithmic axis
   */
  public Axis {
    if (Double.isInfinite(low) || Double.isInfinite(high) || low >= high) {
      throw new IllegalArgumentException(
          "Axis \"" + label + "\": the range " + low + " to " + high + " must be in order.");
    }
    if (log && (low <= 0 || high <= 0)) {
      throw new IllegalArgumentException(
          "Axis \"" + label + "\": a logarithmic range must be positive.");
    }
  }

  /** A linear axis that follows the data. */
  public static Axis linear(String label) {
    return new Axis(label, false, Double.NaN, Double.NaN);
  }

  /** A logarithmic axis (base 10) that follows the data. */
  public static Axis log(String label) {
    return new Axis(label, true, Double.NaN, Double.NaN);
  }

  /** This axis with a fixed lower end. */
  public Axis from(double value) {
    return new Axis(label, log, value, high);
  }

  /** This axis with a fixed upper end. */
  public Axis to(double value) {
    return new Axis(label, log, low, value);
  }

  /** This axis with both ends fixed. */
  public Axis range(double from, double to) {
    return new Axis(label, log, from, to);
  }
}
