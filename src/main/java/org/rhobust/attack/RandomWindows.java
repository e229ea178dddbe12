package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.rhobust.model.ImageShape;
import org.rhobust.tensor.Seeds;

/** Random squares and signs for the images of a batch, each image's from a generator of its own. */
final class RandomWindows {

  private final ImageShape shape;
  private final NDManager manager;
  private final RandomGenerator[] random;

  /** Draws that derive from (seed, image index, restart). */
  RandomWindows(AttackBatch batch, ImageShape shape, int restart, long seed) {
    this.shape = shape;
    manager = batch.images().getManager();
    random =
        Arrays.stream(batch.indices())
            .mapToObj(index -> Seeds.generator(seed, index, restart))
            .toArray(RandomGenerator[]::new);
  }

  /** What {@link #draw} places in an image. */
  @FunctionalInterface
  interface Painter {

    /**
     * @param values of all images, from which this one's begin at {@code offset}; zeros to be set
     */
    void paint(float[] values, int offset, RandomGenerator random);
  }

  ImageShape shape() {
    return shape;
  }

  /** A mask of 1 in a square of this side at a uniformly random place, [N, 1, H, W]. */
  NDArray squares(int side) {
    float[] rows = new float[random.length * shape.height()];
    float[] columns = new float[random.length * shape.width()];
    for (int i = 0; i < random.length; i++) {
      int top = i * shape.height() + offset(random[i], shape.height(), side);
      int left = i * shape.width() + offset(random[i], shape.width(), side);
      Arrays.fill(rows, top, top + side, 1);
      Arrays.fill(columns, left, left + side, 1);
    }
    return manager
        .create(rows, new Shape(random.length, 1, shape.height(), 1))
        .mul(manager.create(columns, new Shape(random.length, 1, 1, shape.width())));
  }

  /** −1 or 1 with equal chance for each entry of [N, C, {@code height}, {@code width}]. */
  NDArray signs(int height, int width) {
    return draw(
        shape.channels(),
        height,
        width,
        (values, offset, generator) -> {
          for (int k = 0; k < shape.channels() * height * width; k++) {
            values[offset + k] = sign(generator);
          }
        });
  }

  /**
   * What the painter makes of every image, [N, {@code channels}, {@code height}, {@code width}].
   */
  NDArray draw(int channels, int height, int width, Painter painter) {
    int size = channels * height * width;
    float[] values = new float[random.length * size];
    for (int i = 0; i < random.length; i++) {
      painter.paint(values, i * size, random[i]);
    }
    return manager.create(values, new Shape(random.length, channels, height, width));
  }

  /** A uniformly random place for {@code part} in {@code whole}. */
  static int offset(RandomGenerator random, int whole, int part) {
    return random.nextInt(whole - part + 1);
  }

  static int sign(RandomGenerator random) {
    return random.nextBoolean() ? 1 : -1;
  }
}
