package org.rhobust.data;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Cuts an epoch into random batches. */
public final class Batches {

  private Batches() {}

  /**
   * A permutation of 0..count−1 (Fisher–Yates), cut into batches. The last batch keeps what
   * remains, but one image alone joins the batch before, as confidence-calibrated training needs a
   * clean and an attacked example in each. Equal arguments give equal batches.
   *
   * @param count number of images, at least 2
   * @param batchSize images a batch, at least 2
   * @throws IllegalArgumentException if {@code count} or {@code batchSize} is below 2
   */
  public static int[][] shuffled(int count, int batchSize, long seed) {
    if (count < 2) {
      throw new IllegalArgumentException("training needs at least 2 images, not " + count);
    }
    if (batchSize < 2) {
      throw new IllegalArgumentException("the batch size must be at least 2, not " + batchSize);
    }
    int[] order = permutation(count, new SplittableRandom(seed));
    int[][] cut = new int[count(count, batchSize)][];
    for (int b = 0; b < cut.length; b++) {
      int end = b == cut.length - 1 ? count : (b + 1) * batchSize;
      cut[b] = Arrays.copyOfRange(order, b * batchSize, end);
    }
    return cut;
  }

  /** How many batches {@link #shuffled} makes, at least 1. */
  public static int count(int count, int batchSize) {
    return Math.max(1, count / batchSize + (count % batchSize > 1 ? 1 : 0));
  }

  private static int[] permutation(int count, SplittableRandom random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
