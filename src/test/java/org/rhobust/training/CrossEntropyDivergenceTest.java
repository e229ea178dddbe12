package org.rhobust.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rhobust.tensor.TestArrays.array;
import static org.rhobust.tensor.TestArrays.assertClose;
import static org.rhobust.tensor.TestArrays.assertGolden;
import static org.rhobust.tensor.TestArrays.golden;

import ai.djl.ndarray.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rhobust.Golden;
import org.rhobust.tensor.Gradients;
import org.rhobust.tensor.OnComputeThread;

@ExtendWith(OnComputeThread.class)
class CrossEntropyDivergenceTest {

  /** float32 against float64: six digits of the largest value, about 300. */
  private static final double VALUE = 1e-4;

  private static final double GRADIENT = 1e-6;
  private static final String KEY = "cross_entropy_divergence";

  @Test
  void goldenValuesMeanSumAndGradient() {
    NDArray logits = golden(KEY, "logits");
    NDArray targets = golden(KEY, "targets");

    NDArray each = CrossEntropyDivergence.perExample(logits, targets);
    NDArray gradient = Gradients.of(logits, () -> CrossEntropyDivergence.mean(logits, targets));

    assertGolden(each, VALUE, KEY, "per_example");
    assertThat((double) CrossEntropyDivergence.mean(logits, targets).getFloat())
        .isCloseTo(Golden.number(KEY, "mean"), within(VALUE));
    assertThat((double) each.sum().getFloat()).isCloseTo(Golden.number(KEY, "sum"), within(VALUE));
    assertGolden(gradient, GRADIENT, KEY, "grad_of_mean");
    assertGolden(logits.softmax(1), GRADIENT, KEY, "softmax");
    assertGolden(logits.logSoftmax(1), VALUE, KEY, "log_softmax");
  }

  @Test
  void aCertainMistakeIsLargeNotInfinite() {
    NDArray logits = array(new float[] {500, -500}, 1, 2);
    NDArray target = array(new float[] {0, 1}, 1, 2);

    assertClose(
        CrossEntropyDivergence.perExample(logits, target).toFloatArray(),
        new double[] {1000},
        VALUE);
  }
}
