package org.rhobust.data.augmentation;

import java.util.random.RandomGenerator;

/** A random change of an image. */
@FunctionalInterface
interface Augmentation {

  /** Changes {@code image} in place, drawing from {@code random} alone. */
  void apply(PixelBuffer image, RandomGenerator random);
}
