package org.rhobust.workbench.histogram;

import org.rhobust.evaluation.Predictions;
import org.rhobust.evaluation.battery.AttackedImage;

/**
 * An image of the test set as a histogram counts it.
 *
 * @param index in the test set
 * @param attack what was done to it; null for the clean image
 * @param confidence for which it is listed
 * @param prediction the class predicted; −1 where the output is not a number
 */
record Example(int index, AttackedImage attack, double confidence, int prediction) {

  static Example clean(Predictions clean, int index) {
    return new Example(index, null, clean.confidence(index), clean.predictedClass(index));
  }

  /** At the point that is shown of it. */
  static Example atBestPoint(AttackedImage image) {
    return new Example(image.index(), image, image.confidence(), image.prediction());
  }

  /** By the highest confidence of a misclassified candidate, which decides whether it passes. */
  static Example throughAt(AttackedImage image) {
    return new Example(image.index(), image, image.misclassifiedConfidence(), image.prediction());
  }

  boolean attacked() {
    return attack != null;
  }
}
