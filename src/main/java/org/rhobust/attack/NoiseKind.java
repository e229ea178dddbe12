package org.rhobust.attack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.rhobust.threat.Initialisations;
import org.rhobust.threat.Norm;

/** What random noise is drawn from, before projection on the ball and the box. */
enum NoiseKind {
  /** Uniform in the ball. */
  UNIFORM("linf", "l2", "l1", "l0") {
    @Override
    float[] draw(int size, Norm norm, double epsilon, RandomGenerator random) {
      return Initialisations.UNIFORM.draw(size, norm, epsilon, random);
    }
  },

  /** ε or −ε in every entry; in L2 and L1 the projection shortens all entries alike. */
  BERNOULLI("linf", "l2", "l1") {
    @Override
    float[] draw(int size, Norm norm, double epsilon, RandomGenerator random) {
      float[] noise = new float[size];
      for (int i = 0; i < size; i++) {
        noise[i] = (float) (random.nextBoolean() ? epsilon : -epsilon);
      }
      return noise;
    }
  },

  /**
   * Every entry Gaussian with σ = ε, so that the projection ends on the border of the ball. (The
   * Gaussian start of PGD has σ = ε/(2 ln D), too short for an attack that takes no steps.)
   */
  GAUSSIAN("linf", "l2", "l1", "l0") {
    @Override
    float[] draw(int size, Norm norm, double epsilon, RandomGenerator random) {
      float[] noise = new float[size];
      for (int i = 0; i < size; i++) {
        noise[i] = (float) (epsilon * random.nextGaussian());
      }
      return noise;
    }
  };

  private final List<String> norms;

  NoiseKind(String... norms) {
    this.norms = List.of(norms);
  }

  /** The noise of one image, {@code size} values. */
  abstract float[] draw(int size, Norm norm, double epsilon, RandomGenerator random);

  /** The norms in which it makes sense: in L0 the kept ones of equal entries would be the first. */
  String[] norms() {
    return norms.toArray(String[]::new);
  }

  /** The name in battery files. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(NoiseKind::key).toList();
  }

  static NoiseKind of(String key) {
    return values()[keys().indexOf(key)];
  }
}
