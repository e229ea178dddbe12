package org.rhobust.plot;

/** The smallest and largest of the values an axis can show. */
final class Extent {

  private final boolean positiveOnly;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  Extent(boolean positiveOnly) {
    this.positiveOnly = positiveOnly;
  }

  void add(double value) {
    if (Double.isFinite(value) && !(positiveOnly && value <= 0)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }

  void add(Values values) {
    for (int i = 0; i < values.size(); i++) {
      add(values.get(i));
    }
  }

  boolean isEmpty() {
    return low > high;
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }
}
