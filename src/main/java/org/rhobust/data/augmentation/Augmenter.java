package org.rhobust.data.augmentation;

import java.util.List;
import java.util.random.RandomGenerator;
import org.rhobust.data.ImageSet;
import org.rhobust.tensor.Seeds;

/**
 * Augments images one by one, in memory that it reuses: one thread at a time. What becomes of an
 * image depends on the image and on the random generator alone.
 */
public final class Augmenter {

  /** Keeps these random numbers apart from the order's and the attacks'. */
  private static final long AUGMENTATION = -1;

  private final List<Augmentation> steps;
  private PixelBuffer buffer = new PixelBuffer(1, 1, 1);

  /**
   * Applies the augmentations of these names in this order.
   *
   * @param names each of {@link Augmentations#names}; none leaves images as they are
   * @throws IllegalArgumentException if a name is unknown, naming those there are
   */
  public Augmenter(List<String> names) {
    steps = names.stream().map(Augmentations::of).toList();
  }

  /**
   * What decides an image's augmentation in training.
   *
   * @param seed of the run
   * @param epoch from 1
   * @param image its index among the images trained on
   */
  public static RandomGenerator random(long seed, int epoch, int image) {
    return Seeds.generator(seed, AUGMENTATION, epoch, image);
  }

  /** Whether images stay as they are. */
  public boolean none() {
    return steps.isEmpty();
  }

  /**
   * Writes image {@code i}, augmented, as floats [C, H, W] in [0, 1] to {@code target} from {@code
   * offset} on. Without augmentations these are the values of {@link ImageSet#copyImage}, and
   * {@code random} is not used.
   *
   * @throws IndexOutOfBoundsException if {@code i} is outside 0..N−1 or the image does not fit
   */
  public void copy(ImageSet images, int i, RandomGenerator random, float[] target, int offset) {
    images.copyImage(i, target, offset);
    if (none()) {
      return;
    }
    if (!buffer.hasShape(images.channels(), images.height(), images.width())) {
      buffer = new PixelBuffer(images.channels(), images.height(), images.width());
    }
    buffer.read(target, offset);
    for (Augmentation step : steps) {
      step.apply(buffer, random);
    }
    buffer.write(target, offset);
  }
}
