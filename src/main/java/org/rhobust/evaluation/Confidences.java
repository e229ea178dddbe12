package org.rhobust.evaluation;

import java.util.Arrays;

/** Checks and sorts confidences. */
final class Confidences {

  private Confidences() {}

  static double[] sorted(double[] confidences) {
    double[] sorted = confidences.clone();
    for (int i = 0; i < sorted.length; i++) {
      if (Double.isNaN(sorted[i])) {
        throw new IllegalArgumentException(
            "confidence " + i + " is NaN: the model's output is broken, check its weights");
      }
      // Turns −0.0 into 0.0, which Arrays.sort and distinct tell apart and ≥ does not.
      sorted[i] += 0.0;
    }
    Arrays.sort(sorted);
    return sorted;
  }
}
