package org.rhobust.threat;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * A norm of perturbations and its ball. Perturbations are [N, C, H, W], a row per example; every
 * example is measured and projected for itself.
 */
public interface Norm {

  /** The name in files and on the command line, such as {@code linf}. */
  String name();

  /** The name for people, such as {@code L∞}. */
  String symbol();

  /** ‖δ‖ of each example: [N, C, H, W] to [N]. */
  NDArray measure(NDArray perturbations);

  /**
   * The nearest point of the ball of radius {@code epsilon} to each example, of the same shape.
   *
   * @param epsilon at least 0, in units of the norm
   */
  NDArray project(NDArray perturbations, double epsilon);

  /**
   * Projects on the ball and then on the box of {@code images}, [N, C, H, W] in [0, 1]. Prepared
   * once for an attack's many steps.
   */
  default UnaryOperator<NDArray> feasibleProjection(NDArray images, double epsilon) {
    Box box = new Box(images);
    return perturbations -> box.clamp(project(perturbations, epsilon));
  }

  /**
   * The direction of a step: sign(g) for L∞, g/‖g‖₂ for L2, g/‖g‖₁ for L1 and L0. A zero gradient
   * gives zero, never NaN; a gradient too small to be squared in float32 keeps its direction.
   */
  NDArray normalise(NDArray gradients);

  /**
   * A point drawn uniformly from the unit ball in {@code size} dimensions. For L0 see {@link L0}.
   */
  float[] drawInUnitBall(int size, RandomGenerator random);

  /** A random direction of norm 1 in {@code size} dimensions. */
  float[] drawDirection(int size, RandomGenerator random);

  /** {@code direction} of norm 1 stretched to norm {@code length}. */
  default float[] stretch(float[] direction, double length) {
    float[] stretched = new float[direction.length];
    for (int i = 0; i < stretched.length; i++) {
      stretched[i] = (float) (direction[i] * length);
    }
    return stretched;
  }
}
