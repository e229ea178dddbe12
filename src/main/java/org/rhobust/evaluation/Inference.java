package org.rhobust.evaluation;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rhobust.attack.AttackBatch;
import org.rhobust.data.ImageSet;
import org.rhobust.model.Classifier;
import org.rhobust.model.Probabilities;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Torch;

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

  /**
   * The class probabilities of points, K each, in evaluation mode, on the compute thread.
   *
   * @param points each [C, H, W] of the classifier's input shape
   * @throws IllegalArgumentException when a point is of another length than the classifier's
   */
  static List<float[]> probabilities(Classifier classifier, List<float[]> points) {
    int most = Prediction.batchSize(classifier.input());
    List<float[]> found = new ArrayList<>();
    for (int from = 0; from < points.size(); from += most) {
      List<float[]> part = points.subList(from, Math.min(points.size(), from + most));
      try (Scope scope = Scope.open()) {
        NDArray logits = classifier.logits(batch(classifier, part));
        found.addAll(List.of(Probabilities.ofLogits(logits)));
      }
    }
    return found;
  }

  private static NDArray batch(Classifier classifier, List<float[]> points) {
    int size = classifier.input().size();
    float[] values = new float[points.size() * size];
    for (int i = 0; i < points.size(); i++) {
      float[] point = points.get(i);
      if (point.length != size) {
        throw new IllegalArgumentException(
            "an image has %d values, but the model takes %s"
                .formatted(point.length, classifier.input()));
      }
      System.arraycopy(point, 0, values, i * size, size);
    }
    return Torch.manager(classifier.device())
        .create(values, classifier.input().batch(points.size()));
  }
}
