package org.rhobust.data;

import java.util.random.RandomGenerator;

/** A way to lower the quality of an image. */
@FunctionalInterface
public interface Corruption {

  /**
   * The corrupted copy of an image.
   *
   * @param image [C, H, W] in [0, 1], unchanged
   * @param severity from 1, mild, to 5
   * @return [C, H, W] in [0, 1]
   */
  float[] apply(float[] image, int height, int width, int severity, RandomGenerator random);
}
