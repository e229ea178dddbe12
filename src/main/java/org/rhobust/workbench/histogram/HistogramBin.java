package org.rhobust.workbench.histogram;

import org.rhobust.plot.Numbers;

/**
 * A bar of the histogram. As {@link org.rhobust.plot.Bins} counts: the lower end belongs to it, and
 * 1 to the last one.
 *
 * @param index from 0
 * @param bins how many there are in [0, 1]
 */
record HistogramBin(int index, int bins) {

  /** The bin of a confidence. */
  static HistogramBin at(double confidence, int bins) {
    return new HistogramBin(
        (int) Math.max(0, Math.min(bins - 1, Math.floor(confidence * bins))), bins);
  }

  /** The bin so many higher, held among those that there are. */
  HistogramBin plus(int more) {
    return new HistogramBin(Math.max(0, Math.min(bins - 1, index + more)), bins);
  }

  double from() {
    return (double) index / bins;
  }

  double to() {
    return (index + 1.0) / bins;
  }

  boolean contains(double confidence) {
    return !Double.isNaN(confidence) && at(confidence, bins).equals(this);
  }

  String words() {
    return Numbers.brief(from()) + " to " + Numbers.brief(to());
  }
}
