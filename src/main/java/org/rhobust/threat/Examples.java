package org.rhobust.threat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/** Shapes of batches whose first axis counts the examples. */
public final class Examples {

  private Examples() {}

  /** [N, …] as [N, D]. */
  public static NDArray flatten(NDArray batch) {
    return batch.reshape(batch.getShape().get(0), -1);
  }

  /** [N] as [N, 1, …, 1] with as many axes as {@code batch}: one number per example, broadcast. */
  public static NDArray perExample(NDArray numbers, NDArray batch) {
    long[] extents = new long[batch.getShape().dimension()];
    Arrays.fill(extents, 1);
    extents[0] = batch.getShape().get(0);
    return numbers.reshape(new Shape(extents));
  }

  /**
   * Chooses whole examples: {@code chosen} where the mask holds, else {@code other}.
   *
   * @param mask [N], boolean
   * @param chosen [N, …]
   * @param other of the same shape
   */
  public static NDArray where(NDArray mask, NDArray chosen, NDArray other) {
    return NDArrays.where(spread(mask, chosen), chosen, other);
  }

  /** A mask [N] as one of the shape of {@code batch}, without a copy. */
  public static NDArray spread(NDArray mask, NDArray batch) {
    return batch.getShape().dimension() == 1
        ? mask
        : perExample(mask, batch).broadcast(batch.getShape());
  }

  /** Each example divided by its own length; an example of length 0 becomes zero. */
  static NDArray divide(NDArray batch, NDArray lengths) {
    NDArray safe = lengths.add(lengths.eq(0).toType(lengths.getDataType(), false));
    return batch.div(perExample(safe, batch));
  }

  /** Each example scaled to largest magnitude 1, so that its squares cannot underflow. */
  static NDArray scaleToUnitMaximum(NDArray batch) {
    return divide(batch, flatten(batch.abs()).max(new int[] {1}));
  }
}
