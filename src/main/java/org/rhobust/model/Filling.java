package org.rhobust.model;

import java.util.random.RandomGenerator;

/** How the values of a fresh array are drawn. */
interface Filling {

  /** The next value. */
  double draw(RandomGenerator random);

  static Filling constant(double value) {
    return random -> value;
  }

  /** U(−1/√n, 1/√n) with n inputs to a unit, PyTorch's default. */
  static Filling uniform(long inputs) {
    double bound = 1 / Math.sqrt(inputs);
    return random -> (2 * random.nextDouble() - 1) * bound;
  }

  /** N(0, 2/n) with n outputs that an input reaches (He et al. 2015, fan-out). */
  static Filling normal(long outputs) {
    double deviation = Math.sqrt(2.0 / outputs);
    return random -> random.nextGaussian() * deviation;
  }

  /** {@code count} values, in their order. */
  default float[] draw(int count, RandomGenerator random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) draw(random);
    }
    return values;
  }
}
