package org.rhobust.plot;

import java.util.List;

/**
 * The range of values an axis shows.
 *
 * @param low below high
 * @param high above low
 * @param log whether it is logarithmic; then both are positive
 */
public record Domain(double low, double high, boolean log) {

  /** The domain of an axis over data of this extent; nice open ends fall on ticks. */
  static Domain of(Axis axis, Extent data, boolean nice) {
    double low = data.isEmpty() ? (axis.log() ? 0.1 : 0) : data.low();
    double high = data.isEmpty() ? 1 : data.high();
    low = Double.isNaN(axis.low()) ? low : axis.low();
    high = Double.isNaN(axis.high()) ? high : axis.high();
    if (!(low < high)) {
      double spread = axis.log() ? 0 : Math.max(Math.abs(low) * 0.1, 1e-9);
      // A fixed end stays; the open one moves away from it.
      if (Double.isNaN(axis.high())) {
        high = axis.log() ? low * 10 : low + spread;
      }
      if (Double.isNaN(axis.low())) {
        low = axis.log() ? Math.min(low, high) / 10 : Math.min(low, high) - spread;
      }
    }
    Domain exact = new Domain(low, high, axis.log());
    return nice ? exact.niceEnds(axis) : exact;
  }

  private Domain niceEnds(Axis axis) {
    double niceLow = low;
    double niceHigh = high;
    if (log) {
      niceLow = Math.pow(10, Math.floor(Math.log10(low) * 4 + 1e-9) / 4);
      niceHigh = Math.pow(10, Math.ceil(Math.log10(high) * 4 - 1e-9) / 4);
    } else {
      double step = Ticks.step(low, high, 8);
      niceLow = Math.floor(low / step + 1e-9) * step;
      niceHigh = Math.ceil(high / step - 1e-9) * step;
    }
    return new Domain(
        Double.isNaN(axis.low()) && niceLow < high ? niceLow : low,
        Double.isNaN(axis.high()) && niceHigh > low ? niceHigh : high,
        log);
  }

  /** Where a value lies: 0 at the low end, 1 at the high end; NaN where it has no place. */
  public double share(double value) {
    if (log) {
      return value > 0 ? Math.log(value / low) / Math.log(high / low) : Double.NaN;
    }
    return (value - low) / (high - low);
  }

  /** The value at a place, the inverse of {@link #share}. */
  double value(double share) {
    return log ? low * Math.pow(high / low, share) : low + share * (high - low);
  }

  List<Tick> ticks(int most) {
    return log ? Ticks.log(low, high, most) : Ticks.linear(low, high, most);
  }
}
