package org.rhobust.plot;

/** Counts of confidences over equal bins of [0, 1]. */
public final class Bins {

  /** The most bins a histogram may have. */
  public static final int MOST = 10_000;

  private final long[] counts;
  private final long notNumbers;

  private Bins(long[] counts, long notNumbers) {
    this.counts = counts;
    this.notNumbers = notNumbers;
  }

  /**
   * Counts values in equal bins of [0, 1]. A bin holds its lower end; 1 falls in the last bin.
   * Values outside (rounding of a probability) count in the nearest bin, NaN is counted apart.
   *
   * @param values confidences
   * @param bins how many bins, 1 to {@link #MOST}
   * @throws IllegalArgumentException when the number of bins is out of range
   */
  public static Bins count(double[] values, int bins) {
    if (bins < 1 || bins > MOST) {
      throw new IllegalArgumentException(
          "Number of bins " + bins + " must be from 1 to " + MOST + ".");
    }
    long[] counts = new long[bins];
    long notNumbers = 0;
    for (double value : values) {
      if (Double.isNaN(value)) {
        notNumbers++;
      } else {
        counts[(int) Math.max(0, Math.min(bins - 1, Math.floor(value * bins)))]++;
      }
    }
    return new Bins(counts, notNumbers);
  }

  /** How many bins there are. */
  public int size() {
    return counts.length;
  }

  /** The number of values in the bin with this index from 0. */
  public long count(int bin) {
    return counts[bin];
  }

  /** The bin's part of all counted values, 0 to 1; 0 when there are none. */
  public double share(int bin) {
    long total = total();
    return total == 0 ? 0 : (double) counts[bin] / total;
  }

  /** The number of values counted in bins, NaN left out. */
  public long total() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  /** The number of NaN values. */
  public long notNumbers() {
    return notNumbers;
  }

  /** The lower end of a bin; that of {@code size()} is 1. */
  public double edge(int bin) {
    return (double) bin / counts.length;
  }
}
