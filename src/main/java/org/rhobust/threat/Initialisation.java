package org.rhobust.threat;

import java.util.random.RandomGenerator;

/** Where an attack starts. */
public interface Initialisation {

  /** The name in files and on the command line, such as {@code uniform-norm}. */
  String name();

  /**
   * The starting perturbation of one image, before projection on the ball and the box.
   *
   * @param size the image's entries, D = C·H·W
   * @param epsilon the radius of the ball, in units of {@code norm}
   * @return D values
   */
  float[] draw(int size, Norm norm, double epsilon, RandomGenerator random);
}
