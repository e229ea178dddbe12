package org.rhobust.plot;

import java.util.Optional;

/**
 * The part of a line plot that is looked at.
 *
 * @param x the axis as it was when the part was chosen
 * @param y likewise
 * @param across the range of x
 * @param up the range of y; empty for all of it
 */
record Zoom(Axis x, Axis y, Range across, Optional<Range> up) {

  /** Nearer than this share of a value, doubles are too coarse for ticks. */
  private static final double FINEST = 1e-9;

  /** From low to high, in data coordinates. */
  record Range(double low, double high) {

    static Range between(double one, double other) {
      return new Range(Math.min(one, other), Math.max(one, other));
    }

    boolean usable() {
      return high - low > FINEST * Math.max(Math.abs(low), Math.abs(high));
    }

    private Axis on(Axis axis) {
      return axis.range(low, high);
    }
  }

  boolean usable() {
    return across.usable() && up.map(Range::usable).orElse(true);
  }

  /** Whether the plot still has the axes on which the part was chosen: new data may have come. */
  boolean fits(LinePlot plot) {
    return same(x, plot.x()) && same(y, plot.y());
  }

  private static boolean same(Axis one, Axis other) {
    return one.label().equals(other.label()) && one.log() == other.log();
  }

  LinePlot of(LinePlot plot) {
    return plot.over(across.on(plot.x()), up.map(range -> range.on(plot.y())).orElse(plot.y()));
  }
}
