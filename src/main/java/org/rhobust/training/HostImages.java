package org.rhobust.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.rhobust.data.ImageSet;
import org.rhobust.data.augmentation.Augmenter;
import org.rhobust.tensor.Torch;

/** Images in Java's memory: each batch is augmented there and sent to the device. */
final class HostImages implements TrainingImages {

  private final ImageSet images;
  private final Augmenter augmenter;
  private final long seed;
  private final Device device;

  HostImages(ImageSet images, Augmenter augmenter, long seed, Device device) {
    this.images = images;
    this.augmenter = augmenter;
    this.seed = seed;
    this.device = device;
  }

  @Override
  public NDArray batch(int epoch, int[] indices) {
    int length = images.imageLength();
    float[] pixels = new float[indices.length * length];
    for (int i = 0; i < indices.length; i++) {
      augmenter.copy(
          images, indices[i], Augmenter.random(seed, epoch, indices[i]), pixels, i * length);
    }
    Shape shape = new Shape(indices.length, images.channels(), images.height(), images.width());
    return Torch.manager(device).create(pixels, shape);
  }

  @Override
  public void close() {
    // Java's memory needs no closing.
  }
}
