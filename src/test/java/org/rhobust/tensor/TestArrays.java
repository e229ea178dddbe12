package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.rhobust.Golden;

/** Arrays for tests, on the CPU. */
public final class TestArrays {

  private TestArrays() {}

  /** The golden numbers at {@code path}, in their shape. */
  public static NDArray golden(Object... path) {
    return array(Golden.floats(path), Golden.shape(path));
  }

  /** An array of this shape. */
  public static NDArray array(float[] values, long... shape) {
    return Torch.manager(Device.cpu()).create(values, new Shape(shape));
  }

  /** The labels as rows of 0 and 1, [N, K]. */
  public static NDArray oneHot(int[] labels, int classes) {
    float[] rows = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      rows[i * classes + labels[i]] = 1;
    }
    return array(rows, labels.length, classes);
  }

  /** Every value lies within {@code tolerance} of the golden one. */
  public static void assertGolden(NDArray actual, double tolerance, Object... path) {
    assertClose(actual.toFloatArray(), Golden.numbers(path), tolerance);
  }

  /** Every value lies within {@code tolerance} of the expected one. */
  public static void assertClose(float[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat((double) actual[i]).as("value %d", i).isCloseTo(expected[i], within(tolerance));
    }
  }
}
