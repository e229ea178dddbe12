package org.rhobust.evaluation.warning;

import org.rhobust.model.Probabilities;

/**
 * The same images predicted twice.
 *
 * @param difference the largest difference of a probability, in [0, 1]
 * @param changes how many predicted classes differ
 */
public record Repetition(double difference, int changes) {

  /**
   * Compares two predictions of the same images, [N][K] each. A number against none counts as a
   * difference of 1.
   */
  static Repetition of(float[][] first, float[][] second) {
    double difference = 0;
    int changes = 0;
    for (int i = 0; i < first.length; i++) {
      for (int k = 0; k < first[i].length; k++) {
        difference = Math.max(difference, difference(first[i][k], second[i][k]));
      }
      if (Probabilities.prediction(first[i]) != Probabilities.prediction(second[i])) {
        changes++;
      }
    }
    return new Repetition(difference, changes);
  }

  private static double difference(float first, float second) {
    if (Float.isNaN(first) || Float.isNaN(second)) {
      return Float.isNaN(first) && Float.isNaN(second) ? 0 : 1;
    }
    return Math.abs((double) first - second);
  }
}
