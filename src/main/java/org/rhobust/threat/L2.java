package org.rhobust.threat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import java.util.random.RandomGenerator;

/** ‖δ‖₂ = √Σδᵢ². */
final class L2 implements Norm {

  @Override
  public String name() {
    return "l2";
  }

  @Override
  public String symbol() {
    return "L2";
  }

  @Override
  public NDArray measure(NDArray perturbations) {
    return Examples.flatten(perturbations.square()).sum(new int[] {1}).sqrt();
  }

  @Override
  public NDArray project(NDArray perturbations, double epsilon) {
    if (epsilon == 0) {
      return perturbations.zerosLike();
    }
    NDArray lengths = NDArrays.maximum(measure(perturbations), (float) epsilon);
    NDArray scale = NDArrays.div((float) epsilon, lengths);
    return perturbations.mul(Examples.perExample(scale, perturbations));
  }

  @Override
  public NDArray normalise(NDArray gradients) {
    NDArray scaled = Examples.scaleToUnitMaximum(gradients);
    return Examples.divide(scaled, measure(scaled));
  }

  @Override
  public float[] drawInUnitBall(int size, RandomGenerator random) {
    double radius = Math.pow(random.nextDouble(), 1.0 / size);
    return stretch(drawDirection(size, random), radius);
  }

  @Override
  public float[] drawDirection(int size, RandomGenerator random) {
    double[] normal = new double[size];
    double squares = 0;
    for (int i = 0; i < size; i++) {
      normal[i] = random.nextGaussian();
      squares += normal[i] * normal[i];
    }
    float[] direction = new float[size];
    for (int i = 0; i < size; i++) {
      direction[i] = (float) (normal[i] / Math.sqrt(squares));
    }
    return direction;
  }
}
