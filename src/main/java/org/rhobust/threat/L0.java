package org.rhobust.threat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.DataType;
import java.util.random.RandomGenerator;

/**
 * ‖δ‖₀ = the number of entries (pixel × channel) that change; ε counts them, fractions are dropped.
 * The size of a change is limited by the box alone, so a "unit ball" does not exist: {@link
 * #drawInUnitBall} and {@link #drawDirection} draw every entry from [−1, 1] in random order of
 * magnitude, and {@link #stretch} keeps as many of the largest as the length says.
 */
final class L0 implements Norm {

  private static final int[] AN_EXAMPLE = {1};

  @Override
  public String name() {
    return "l0";
  }

  @Override
  public String symbol() {
    return "L0";
  }

  @Override
  public NDArray measure(NDArray perturbations) {
    return Examples.flatten(perturbations.neq(0).toType(perturbations.getDataType(), false))
        .sum(new int[] {1});
  }

  /** Keeps the ⌊ε⌋ entries of largest magnitude; among equal magnitudes the first. */
  @Override
  public NDArray project(NDArray perturbations, double epsilon) {
    NDArray flat = Examples.flatten(perturbations);
    int count = (int) Math.min(Math.floor(epsilon), flat.getShape().get(1));
    if (count == 0) {
      return perturbations.zerosLike();
    }
    NDArray magnitudes = flat.abs();
    NDArray last = magnitudes.topK(count, 1, true, true).get(0).min(AN_EXAMPLE, true);
    NDArray larger = magnitudes.gt(last);
    NDArray equal = magnitudes.eq(last);
    NDArray room = larger.toType(DataType.INT64, false).sum(AN_EXAMPLE, true).neg().add(count);
    NDArray first = equal.toType(DataType.INT64, false).cumSum(1).lte(room);
    NDArray kept = larger.logicalOr(equal.logicalAnd(first));
    return NDArrays.where(kept, flat, flat.zerosLike()).reshape(perturbations.getShape());
  }

  @Override
  public NDArray normalise(NDArray gradients) {
    NDArray scaled = Examples.scaleToUnitMaximum(gradients);
    return Examples.divide(scaled, Examples.flatten(scaled.abs()).sum(new int[] {1}));
  }

  @Override
  public float[] drawInUnitBall(int size, RandomGenerator random) {
    return drawDirection(size, random);
  }

  @Override
  public float[] drawDirection(int size, RandomGenerator random) {
    float[] entries = new float[size];
    for (int i = 0; i < size; i++) {
      entries[i] = 2 * random.nextFloat() - 1;
    }
    return entries;
  }

  @Override
  public float[] stretch(float[] direction, double length) {
    Integer[] order = new Integer[direction.length];
    java.util.Arrays.setAll(order, i -> i);
    java.util.Arrays.sort(
        order, (a, b) -> Float.compare(Math.abs(direction[b]), Math.abs(direction[a])));
    float[] kept = new float[direction.length];
    int count = (int) Math.min(Math.floor(length), direction.length);
    for (int i = 0; i < count; i++) {
      kept[order[i]] = direction[order[i]];
    }
    return kept;
  }
}
