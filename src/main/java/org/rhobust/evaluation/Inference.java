package org.rhobust.evaluation;

import java.util.stream.IntStream;
import org.rhobust.attack.AttackBatch;
import org.rhobust.data.ImageSet;
import org.rhobust.model.Classifier;
import org.rhobust.model.Probabilities;
import org.rhobust.tensor.Scope;

/** The predictions of a classifier on clean images. */
public final class Inference {

  private static final int BATCH = 250;

  private Inference() {}

  /**
   * Predicts all images of a set, in evaluation mode.
   *
   * @param betweenBatches called before each batch; may throw to end the work
   * @throws IllegalArgumentException when the images do not fit the classifier
   */
  public static Predictions predict(
      Classifier classifier, ImageSet images, Runnable betweenBatches) {
    float[][] probabilities = new float[images.size()][];
    int[] labels = IntStream.range(0, images.size()).map(images::label).toArray();
    for (int from = 0; from < images.size(); from += BATCH) {
      betweenBatches.run();
      int[] indices = IntStream.range(from, Math.min(images.size(), from + BATCH)).toArray();
      try (Scope scope = Scope.open()) {
        AttackBatch batch = AttackBatch.load(classifier, images, indices);
        float[][] rows = Probabilities.ofLogits(classifier.logits(batch.images()));
        System.arraycopy(rows, 0, probabilities, from, rows.length);
      }
    }
    return Predictions.of(labels, probabilities);
  }
}
