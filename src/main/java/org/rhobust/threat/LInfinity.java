package org.rhobust.threat;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** ‖δ‖∞ = max |δᵢ|: every pixel may change by as much. */
final class LInfinity implements Norm {

  @Override
  public String name() {
    return "linf";
  }

  @Override
  public String symbol() {
    return "L∞";
  }

  @Override
  public NDArray measure(NDArray perturbations) {
    return Examples.flatten(perturbations.abs()).max(new int[] {1});
  }

  @Override
  public NDArray project(NDArray perturbations, double epsilon) {
    return perturbations.clip((float) -epsilon, (float) epsilon);
  }

  /** The ball is a box itself: the two are intersected once. */
  @Override
  public UnaryOperator<NDArray> feasibleProjection(NDArray images, double epsilon) {
    return new Box(images).within(epsilon)::clamp;
  }

  @Override
  public NDArray normalise(NDArray gradients) {
    return gradients.sign();
  }

  @Override
  public float[] drawInUnitBall(int size, RandomGenerator random) {
    float[] point = new float[size];
    for (int i = 0; i < size; i++) {
      point[i] = 2 * random.nextFloat() - 1;
    }
    return point;
  }

  @Override
  public float[] drawDirection(int size, RandomGenerator random) {
    float[] direction = drawInUnitBall(size, random);
    float largest = 0;
    for (float entry : direction) {
      largest = Math.max(largest, Math.abs(entry));
    }
    return stretch(direction, 1.0 / largest);
  }
}
