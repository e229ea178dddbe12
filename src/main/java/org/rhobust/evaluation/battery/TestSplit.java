package org.rhobust.evaluation.battery;

import org.rhobust.data.ImageSet;
import org.rhobust.model.Classifier;

/**
 * Which images of a test set serve for what: the first are attacked, the last are held out for the
 * threshold and never attacked.
 *
 * @param images the test set
 * @param attacked how many from its start are attacked, at least 1
 * @param clean how many from its start are predicted without attack, at least {@code attacked}
 * @param heldOut how many from its end are held out, at least 1
 */
public record TestSplit(ImageSet images, int attacked, int clean, int heldOut) {

  /**
   * @throws IllegalArgumentException when the parts overlap or one is empty
   */
  public TestSplit {
    if (attacked < 1 || heldOut < 1 || attacked > clean || clean > images.size() - heldOut) {
      throw new IllegalArgumentException(
          "%d attacked and %d held-out images do not fit into the %d of %s"
              .formatted(Math.max(attacked, clean), heldOut, images.size(), images.name()));
    }
  }

  /** Clean figures of the attacked images alone. */
  public static TestSplit of(ImageSet images, int attacked, int heldOut) {
    return new TestSplit(images, attacked, attacked, heldOut);
  }

  /** Clean figures of all images that are not held out. */
  public static TestSplit ofAll(ImageSet images, int attacked, int heldOut) {
    return new TestSplit(images, attacked, Math.max(attacked, images.size() - heldOut), heldOut);
  }

  /**
   * Refuses a model that was made for other images.
   *
   * @throws IllegalArgumentException naming both shapes or both numbers of classes
   */
  public void requireFits(Classifier classifier) {
    if (!images.shape().equals(classifier.input().toString())) {
      throw new IllegalArgumentException(
          "the images of %s are %s, but the model takes %s; give others with --images"
              .formatted(images.name(), images.shape(), classifier.input()));
    }
    if (images.classes() != classifier.classes()) {
      throw new IllegalArgumentException(
          "%s has %d classes, but the model has %d; give others with --images"
              .formatted(images.name(), images.classes(), classifier.classes()));
    }
  }
}
