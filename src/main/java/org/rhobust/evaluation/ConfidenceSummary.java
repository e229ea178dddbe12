package org.rhobust.evaluation;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The distribution of a set of confidences. Accepted means c ≥ τ; +∞ (an output that was not
 * finite) is accepted everywhere, −∞ (no such candidate) nowhere that matters. A query costs O(log
 * n), so a threshold may be dragged.
 */
public final class ConfidenceSummary {

  private final double[] sorted;

  /**
   * @param confidences any order, copied
   * @throws IllegalArgumentException if one is NaN
   */
  public ConfidenceSummary(double[] confidences) {
    sorted = Confidences.sorted(confidences);
  }

  /** The number of confidences. */
  public int count() {
    return sorted.length;
  }

  /**
   * How many are accepted at {@code threshold}: #{c ≥ τ}.
   *
   * @throws IllegalArgumentException if the threshold is NaN
   */
  public int countAtLeast(double threshold) {
    return sorted.length - countBelow(threshold);
  }

  /**
   * How many are rejected at {@code threshold}: #{c &lt; τ}.
   *
   * @throws IllegalArgumentException if the threshold is NaN
   */
  public int countBelow(double threshold) {
    if (Double.isNaN(threshold)) {
      throw new IllegalArgumentException("the threshold is NaN: give a number from 0 to 1");
    }
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The share of confidences ≥ τ; empty when there are none at all.
   *
   * @throws IllegalArgumentException if the threshold is NaN
   */
  public OptionalDouble shareAtLeast(double threshold) {
    return Ratio.of(countAtLeast(threshold), sorted.length);
  }

  /**
   * The share of confidences &lt; τ; empty when there are none at all.
   *
   * @throws IllegalArgumentException if the threshold is NaN
   */
  public OptionalDouble shareBelow(double threshold) {
    return Ratio.of(countBelow(threshold), sorted.length);
  }

  /**
   * Counts per bin [k/bins, (k+1)/bins) of [0, 1]. The last bin also takes 1 and +∞, the first −∞,
   * so the counts sum to {@link #count}.
   *
   * @param bins at least 1
   * @throws IllegalArgumentException if {@code bins} is less than 1
   */
  public int[] histogram(int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("there are " + bins + " bins: give at least 1");
    }
    int[] counts = new int[bins];
    int below = 0;
    for (int k = 0; k < bins; k++) {
      int next = k == bins - 1 ? sorted.length : countBelow((k + 1) / (double) bins);
      counts[k] = next - below;
      below = next;
    }
    return counts;
  }

  /** The distinct confidences, ascending: where the counts change. */
  public double[] distinct() {
    return Arrays.stream(sorted).distinct().toArray();
  }
}
