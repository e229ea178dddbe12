package org.rhobust.threat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import java.util.random.RandomGenerator;

/** ‖δ‖₁ = Σ|δᵢ|. */
final class L1 implements Norm {

  @Override
  public String name() {
    return "l1";
  }

  @Override
  public String symbol() {
    return "L1";
  }

  @Override
  public NDArray measure(NDArray perturbations) {
    return Examples.flatten(perturbations.abs()).sum(new int[] {1});
  }

  /**
   * Euclidean projection on the L1 ball (Duchi et al. 2008): soft thresholding by θ, where θ comes
   * from the largest k for which the k-th sorted magnitude exceeds (Σ of the first k − ε)/k.
   */
  @Override
  public NDArray project(NDArray perturbations, double epsilon) {
    NDManager manager = perturbations.getManager();
    NDArray magnitudes = Examples.flatten(perturbations.abs());
    NDArray inside = measure(perturbations).lte((float) epsilon);
    NDArray sorted = magnitudes.neg().sort(1).neg();
    NDArray counts = manager.arange(1, magnitudes.getShape().get(1) + 1f).reshape(1, -1);
    NDArray thresholds = sorted.cumSum(1).sub((float) epsilon).div(counts);
    // The condition holds for the first k magnitudes and for none after them.
    NDArray support = sorted.gt(thresholds).toType(sorted.getDataType(), false);
    NDArray last = support.sum(new int[] {1}).sub(1).maximum(0);
    NDArray theta =
        thresholds.gather(
            last.toType(ai.djl.ndarray.types.DataType.INT64, false).reshape(-1, 1), 1);
    NDArray shrunk =
        NDArrays.maximum(magnitudes.sub(theta), 0f)
            .reshape(perturbations.getShape())
            .mul(perturbations.sign());
    return Examples.where(inside, perturbations, shrunk);
  }

  @Override
  public NDArray normalise(NDArray gradients) {
    NDArray scaled = Examples.scaleToUnitMaximum(gradients);
    return Examples.divide(scaled, measure(scaled));
  }

  /** Uniform in the ball: D coordinates of D + 1 exponentials over their sum, with random signs. */
  @Override
  public float[] drawInUnitBall(int size, RandomGenerator random) {
    return signedSimplex(size, random, random.nextExponential());
  }

  @Override
  public float[] drawDirection(int size, RandomGenerator random) {
    return signedSimplex(size, random, 0);
  }

  private static float[] signedSimplex(int size, RandomGenerator random, double slack) {
    double[] parts = new double[size];
    double sum = slack;
    for (int i = 0; i < size; i++) {
      parts[i] = random.nextExponential();
      sum += parts[i];
    }
    float[] point = new float[size];
    for (int i = 0; i < size; i++) {
      point[i] = (float) (random.nextBoolean() ? parts[i] / sum : -parts[i] / sum);
    }
    return point;
  }
}
