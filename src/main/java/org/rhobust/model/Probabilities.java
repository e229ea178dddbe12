package org.rhobust.model;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;

/** Class probabilities of single examples, away from the engine. */
public final class Probabilities {

  private Probabilities() {}

  /** softmax of logits [N, K] as N rows of K. */
  public static float[][] ofLogits(NDArray logits) {
    return rows(logits.softmax(1));
  }

  /** An array [N, …] as N rows of values. */
  public static float[][] rows(NDArray array) {
    int count = (int) array.getShape().get(0);
    float[] values = array.toFloatArray();
    int width = values.length / count;
    float[][] rows = new float[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
    }
    return rows;
  }

  /** The most probable class; the lowest among equals. */
  public static int prediction(float[] probabilities) {
    return largest(probabilities, -1);
  }

  /** The most probable class other than {@code label}; the lowest among equals. */
  public static int strongestOther(float[] probabilities, int label) {
    return largest(probabilities, label);
  }

  /** Whether the values all lie in [0, 1] and sum to 1, up to 1e-3. */
  public static boolean isDistribution(float[] row) {
    float sum = 0;
    for (float value : row) {
      if (!(value >= 0 && value <= 1)) {
        return false;
      }
      sum += value;
    }
    return Math.abs(sum - 1) < 1e-3;
  }

  private static int largest(float[] probabilities, int except) {
    int best = except == 0 ? 1 : 0;
    for (int k = best + 1; k < probabilities.length; k++) {
      if (k != except && probabilities[k] > probabilities[best]) {
        best = k;
      }
    }
    return best;
  }
}
