package org.rhobust.attack;

import static org.rhobust.tensor.TestArrays.array;
import static org.rhobust.tensor.TestArrays.oneHot;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.rhobust.model.Classifier;
import org.rhobust.model.ImageShape;
import org.rhobust.tensor.Seeds;

/** A linear classifier, random images for it, and attacks from their settings. */
final class BlackBoxCase {

  static final int CLASSES = 3;

  private BlackBoxCase() {}

  /** logits = W·x, with W drawn from a seed, so small that no confidence comes near 1. */
  record Linear(ImageShape input, float[] values, NDArray weights) implements Classifier {

    static Linear of(ImageShape input, int classes, long seed) {
      RandomGenerator random = Seeds.generator(seed, 77);
      float[] values = new float[input.size() * classes];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (0.05 * random.nextGaussian());
      }
      return new Linear(input, values, array(values, input.size(), classes));
    }

    /** W of one entry for class 0 less that for class 1. */
    double slope(int entry) {
      return (double) values[entry * classes()] - values[entry * classes() + 1];
    }

    @Override
    public NDArray logits(NDArray images) {
      return images.reshape(images.getShape().get(0), input.size()).dot(weights);
    }

    @Override
    public int classes() {
      return (int) weights.getShape().get(1);
    }

    @Override
    public Device device() {
      return Device.cpu();
    }

    @Override
    public void close() {
      weights.close();
    }
  }

  /** The attack of these keys and values, with nothing left over. */
  static Attack attack(Object... settings) {
    Map<String, Object> given = new LinkedHashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      Object value = settings[i + 1];
      given.put((String) settings[i], value instanceof Integer n ? Long.valueOf(n) : value);
    }
    AttackOptions options = new AttackOptions(given, key -> "test, " + key);
    Attack attack = Attacks.of(options);
    options.finish();
    return attack;
  }

  /** Images of these indices; an index always has the same image, much of it black or white. */
  static AttackBatch batch(ImageShape shape, int classes, long seed, int... indices) {
    int[] labels = Arrays.stream(indices).map(index -> index % classes).toArray();
    float[] pixels = new float[indices.length * shape.size()];
    for (int i = 0; i < indices.length; i++) {
      RandomGenerator random = Seeds.generator(seed, indices[i], 99);
      for (int k = 0; k < shape.size(); k++) {
        float value = 2 * random.nextFloat() - 0.5f;
        pixels[i * shape.size() + k] = Math.max(0, Math.min(1, value));
      }
    }
    return batch(shape, classes, pixels, indices, labels);
  }

  /** Images of one grey, all of class 0. */
  static AttackBatch grey(ImageShape shape, int classes, int count) {
    float[] pixels = new float[count * shape.size()];
    Arrays.fill(pixels, 0.5f);
    int[] indices = new int[count];
    Arrays.setAll(indices, i -> i);
    return batch(shape, classes, pixels, indices, new int[count]);
  }

  private static AttackBatch batch(
      ImageShape shape, int classes, float[] pixels, int[] indices, int[] labels) {
    NDArray images = array(pixels, indices.length, shape.channels(), shape.height(), shape.width());
    return new AttackBatch(indices, labels, images, oneHot(labels, classes));
  }
}
