package org.rhobust.threat;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * A norm whose ball holds only perturbations that are zero outside of a mask, such as the frame of
 * a picture. Points are drawn as the norm draws them, and masked by the projection.
 *
 * @param mask 1 where pixels may change, else 0; [1, 1, H, W]
 */
public record MaskedNorm(Norm norm, NDArray mask) implements Norm {

  @Override
  public String name() {
    return norm.name();
  }

  @Override
  public String symbol() {
    return norm.symbol();
  }

  @Override
  public NDArray measure(NDArray perturbations) {
    return norm.measure(perturbations);
  }

  @Override
  public NDArray project(NDArray perturbations, double epsilon) {
    return norm.project(perturbations.mul(mask), epsilon);
  }

  @Override
  public UnaryOperator<NDArray> feasibleProjection(NDArray images, double epsilon) {
    UnaryOperator<NDArray> projection = norm.feasibleProjection(images, epsilon);
    return perturbations -> projection.apply(perturbations.mul(mask));
  }

  @Override
  public NDArray normalise(NDArray gradients) {
    return norm.normalise(gradients.mul(mask));
  }

  @Override
  public float[] drawInUnitBall(int size, RandomGenerator random) {
    return norm.drawInUnitBall(size, random);
  }

  @Override
  public float[] drawDirection(int size, RandomGenerator random) {
    return norm.drawDirection(size, random);
  }

  @Override
  public float[] stretch(float[] direction, double length) {
    return norm.stretch(direction, length);
  }
}
