package org.rhobust.tensor;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gradients by reverse-mode differentiation. Arrays record gradients only inside these calls, so a
 * forward pass elsewhere costs no graph and an attack's backward pass never touches the weights'
 * gradients.
 */
public final class Gradients {

  private Gradients() {}

  /**
   * Runs {@code loss}, which must return one number as an array, and backpropagates it to {@code
   * leaves}.
   *
   * @return the gradient of each leaf, of its shape, in their order
   */
  public static List<NDArray> of(List<NDArray> leaves, Supplier<NDArray> loss) {
    leaves.forEach(leaf -> leaf.setRequiresGradient(true));
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      collector.backward(loss.get());
      return leaves.stream().map(Gradients::takeGradient).toList();
    } finally {
      leaves.forEach(leaf -> leaf.setRequiresGradient(false));
    }
  }

  /** As {@link #of(List, Supplier)} for one leaf. */
  public static NDArray of(NDArray leaf, Supplier<NDArray> loss) {
    return of(List.of(leaf), loss).get(0);
  }

  /**
   * As {@link #of(NDArray, Supplier)} for a leaf that is used here and nowhere else, such as the
   * input of one pass: its gradient needs no copy.
   */
  public static NDArray ofPassing(NDArray leaf, Supplier<NDArray> loss) {
    leaf.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      collector.backward(loss.get());
      return leaf.getGradient();
    }
  }

  /** Engine gradients accumulate from call to call: hand out a copy and start again from zero. */
  private static NDArray takeGradient(NDArray leaf) {
    try (NDArray accumulated = leaf.getGradient()) {
      NDArray gradient = accumulated.duplicate();
      JniUtils.zeroGrad((PtNDArray) leaf);
      return gradient;
    }
  }
}
