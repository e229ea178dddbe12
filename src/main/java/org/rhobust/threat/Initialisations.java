package org.rhobust.threat;

import java.util.List;
import java.util.random.RandomGenerator;

/** The initialisations by name. A new one is one constant here. */
public final class Initialisations {

  /** δ = 0: the strongest start against a calibrated model. */
  public static final Initialisation ZERO =
      new Named("zero", (size, norm, epsilon, random) -> new float[size]);

  /** Uniform in the ball (Madry et al. 2018). */
  public static final Initialisation UNIFORM =
      new Named(
          "uniform",
          (size, norm, epsilon, random) ->
              norm.stretch(norm.drawInUnitBall(size, random), epsilon));

  /** A random direction of length ε·U(0, 1): as many short starts as long ones. */
  public static final Initialisation UNIFORM_NORM =
      new Named(
          "uniform-norm",
          (size, norm, epsilon, random) ->
              norm.stretch(norm.drawDirection(size, random), epsilon * random.nextDouble()));

  /** Every entry Gaussian with σ = ε/(2 ln D). */
  public static final Initialisation GAUSSIAN =
      new Named(
          "gaussian",
          (size, norm, epsilon, random) -> {
            double sigma = epsilon / (2 * Math.log(size));
            float[] start = new float[size];
            for (int i = 0; i < size; i++) {
              start[i] = (float) (sigma * random.nextGaussian());
            }
            return start;
          });

  private static final List<Initialisation> ALL = List.of(ZERO, UNIFORM, UNIFORM_NORM, GAUSSIAN);

  private Initialisations() {}

  /** All initialisations, in the order shown to people. */
  public static List<Initialisation> all() {
    return ALL;
  }

  /**
   * The initialisation of this name.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public static Initialisation of(String name) {
    return ALL.stream()
        .filter(initialisation -> initialisation.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "initialisation '" + name + "' is unknown; use one of " + names()));
  }

  /** The names that {@link #of} takes, separated by commas. */
  public static String names() {
    return String.join(", ", ALL.stream().map(Initialisation::name).toList());
  }

  @FunctionalInterface
  private interface Draw {
    float[] draw(int size, Norm norm, double epsilon, RandomGenerator random);
  }

  private record Named(String name, Draw how) implements Initialisation {

    @Override
    public float[] draw(int size, Norm norm, double epsilon, RandomGenerator random) {
      return how.draw(size, norm, epsilon, random);
    }
  }
}
