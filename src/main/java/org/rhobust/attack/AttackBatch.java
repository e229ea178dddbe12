package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.rhobust.data.ImageSet;
import org.rhobust.model.Classifier;
import org.rhobust.tensor.Torch;
import org.rhobust.threat.ThreatModel;

/**
 * Chosen images of a set, on the device of the classifier under attack. Belongs to the scope it is
 * made in.
 *
 * @param indices of the images in their set
 * @param labels the true classes, or those the caller puts in their place
 * @param images [N, C, H, W] in [0, 1]
 * @param oneHot [N, K]
 */
public record AttackBatch(int[] indices, int[] labels, NDArray images, NDArray oneHot) {

  /**
   * Loads the images with the labels of the set.
   *
   * @throws IllegalArgumentException when the images or labels do not fit the classifier
   */
  public static AttackBatch load(Classifier classifier, ImageSet set, int... indices) {
    int[] labels = Arrays.stream(indices).map(set::label).toArray();
    return load(classifier, set, indices, labels);
  }

  /** As {@link #load(Classifier, ImageSet, int...)} with other labels. */
  public static AttackBatch load(Classifier classifier, ImageSet set, int[] indices, int[] labels) {
    requireShape(classifier, set);
    int size = classifier.input().size();
    float[] pixels = new float[indices.length * size];
    float[] oneHot = new float[indices.length * classifier.classes()];
    for (int i = 0; i < indices.length; i++) {
      set.copyImage(indices[i], pixels, i * size);
      oneHot[i * classifier.classes() + requireClass(classifier, labels[i])] = 1;
    }
    NDManager manager = Torch.manager(classifier.device());
    return new AttackBatch(
        indices,
        labels,
        manager.create(pixels, classifier.input().batch(indices.length)),
        manager.create(oneHot, new Shape(indices.length, classifier.classes())));
  }

  /** The number of images, N. */
  public int size() {
    return indices.length;
  }

  /** The starts of a restart, [N, C, H, W]. */
  public NDArray starts(PgdSettings settings, int restart, long seed) {
    ThreatModel threat = new ThreatModel(settings.norm(), settings.epsilon());
    return starts(settings.initialisation(), threat, restart, seed);
  }

  /** The starts of a restart by an initialisation's name, [N, C, H, W]. */
  NDArray starts(String initialisation, ThreatModel threat, int restart, long seed) {
    int size = (int) (images.size() / size());
    float[] starts = Starts.draw(initialisation, threat, indices, size, restart, seed);
    return images.getManager().create(starts, images.getShape());
  }

  /** Pixels uniform in [0, 1), those of each image by its own generator, [N, C, H, W]. */
  NDArray uniform(IntFunction<RandomGenerator> ofIndex) {
    float[] pixels = new float[(int) images.size()];
    int size = pixels.length / size();
    for (int i = 0; i < size(); i++) {
      RandomGenerator random = ofIndex.apply(indices[i]);
      for (int k = i * size; k < (i + 1) * size; k++) {
        pixels[k] = random.nextFloat();
      }
    }
    return images.getManager().create(pixels, images.getShape());
  }

  private static int requireClass(Classifier classifier, int label) {
    if (label < 0 || label >= classifier.classes()) {
      throw new IllegalArgumentException(
          "label %d is outside the model's classes 0..%d"
              .formatted(label, classifier.classes() - 1));
    }
    return label;
  }

  private static void requireShape(Classifier classifier, ImageSet set) {
    if (!set.shape().equals(classifier.input().toString())) {
      throw new IllegalArgumentException(
          "the images of %s are %s, but the model takes %s"
              .formatted(set.name(), set.shape(), classifier.input()));
    }
  }
}
