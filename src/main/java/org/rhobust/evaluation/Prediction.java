package org.rhobust.evaluation;

import java.util.List;
import org.rhobust.model.Classifier;
import org.rhobust.model.ImageShape;
import org.rhobust.model.Probabilities;

/**
 * What a classifier says about one image, labelled or not.
 *
 * @param predictedClass the most probable class, the lowest among equals; −1 where the output was
 *     not finite
 * @param confidence c = max_k f_k(x) in [0, 1]; +∞ where the output was not finite, which counts as
 *     accepted at every threshold
 */
public record Prediction(int predictedClass, double confidence) {

  private static final int LARGEST_BATCH = 250;
  private static final int MOST_VALUES = 1_000_000;

  /** How many images of this shape to predict at once, at least 1, so that memory stays bounded. */
  public static int batchSize(ImageShape input) {
    return Math.max(1, Math.min(LARGEST_BATCH, MOST_VALUES / input.size()));
  }

  /**
   * The predictions of images, in evaluation mode, on the compute thread.
   *
   * @param images each [C, H, W] in [0, 1]
   * @return one an image, in their order
   * @throws IllegalArgumentException when an image is of another length than the classifier's
   */
  public static List<Prediction> of(Classifier classifier, List<float[]> images) {
    return Inference.probabilities(classifier, images).stream().map(Prediction::of).toList();
  }

  /** Whether the output was finite. */
  public boolean finite() {
    return predictedClass >= 0;
  }

  /** Whether the image is accepted at τ: c ≥ τ. */
  public boolean accepted(double threshold) {
    return confidence >= threshold;
  }

  private static Prediction of(float[] probabilities) {
    for (float value : probabilities) {
      if (!Float.isFinite(value)) {
        return new Prediction(-1, Double.POSITIVE_INFINITY);
      }
    }
    int largest = Probabilities.prediction(probabilities);
    return new Prediction(largest, probabilities[largest]);
  }
}
