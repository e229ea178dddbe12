package org.rhobust.workbench.steps;

import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.run.Evaluation;
import org.rhobust.workbench.controls.Format;

/**
 * What a short attack on the first images of a set found out about a model.
 *
 * @param images the set that was looked at
 * @param step of the training, for the network in training; else −1
 * @param result of the attack
 */
record Look(ImageSet images, int step, BatteryResult result) {

  /** How many images from the start of the set it is about. */
  int size() {
    return result.clean().size();
  }

  /**
   * Whether image {@code index} of the first {@link #size} belongs to a filter.
   *
   * @param threshold τ; NaN takes that of 99 % TPR on the look's held-out images
   */
  boolean has(int index, ImageFilter filter, double threshold) {
    double broken = result.attacked().get(index).misclassifiedConfidence();
    boolean correct = result.clean().correct(index);
    return switch (filter) {
      case ALL -> true;
      case MISCLASSIFIED -> !correct;
      case ATTACK_SUCCEEDED -> correct && broken > Double.NEGATIVE_INFINITY;
      case STILL_CONFIDENT -> broken >= orCalibrated(threshold);
    };
  }

  /** Where it comes from and what it cannot say. */
  String words(ImageFilter filter, double threshold) {
    String network = step < 0 ? "" : " of the network after step " + Format.count(step);
    String among = "of the first %s test images%s".formatted(Format.count(size()), network);
    String attack =
        "; a short attack of %d steps, a longer one finds more"
            .formatted(result.battery().attacks().get(0).attack().evaluations() - 1);
    return switch (filter) {
      case ALL, MISCLASSIFIED -> among;
      case ATTACK_SUCCEEDED -> among + ", correct before and misclassified after it" + attack;
      case STILL_CONFIDENT ->
          "%s, misclassified with confidence ≥ %s%s"
              .formatted(among, Format.confidence(orCalibrated(threshold)), attack);
    };
  }

  private double orCalibrated(double threshold) {
    return Double.isNaN(threshold)
        ? result.threshold(Evaluation.TRUE_POSITIVE_RATE).orElse(0)
        : threshold;
  }
}
