package org.rhobust.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import org.rhobust.data.ImageSet;
import org.rhobust.data.augmentation.Augmenter;

/** The training images as a step takes them: by index, as floats, on the network's device. */
interface TrainingImages extends AutoCloseable {

  /** Of a GPU's memory for images; larger sets are sent batch by batch. */
  long MOST_RESIDENT_BYTES = 1L << 30;

  /**
   * On a GPU the images stay there as bytes, where they fit and nothing is drawn for each of them;
   * else every batch is made from Java's memory.
   *
   * @param seed of the augmentation
   */
  static TrainingImages of(ImageSet images, Augmenter augmenter, long seed, Device device) {
    long bytes = (long) images.size() * images.imageLength();
    return device.isGpu() && augmenter.none() && bytes <= MOST_RESIDENT_BYTES
        ? new ResidentImages(images, device)
        : new HostImages(images, augmenter, seed, device);
  }

  /**
   * The images at {@code indices}.
   *
   * @param epoch from 1; an image is augmented anew in each
   * @return [N, C, H, W] in [0, 1]
   */
  NDArray batch(int epoch, int[] indices);

  @Override
  void close();
}
