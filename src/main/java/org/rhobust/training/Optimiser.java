package org.rhobust.training;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.rhobust.model.ModelFileException;
import org.rhobust.model.WeightTensor;

/**
 * Moves weights along their gradients. They are our own because the library's keep their state
 * private, and an exact resume needs it.
 */
public interface Optimiser extends AutoCloseable {

  /** The optimiser of these settings and live weights, in its first state. */
  static Optimiser of(OptimiserSettings settings, Map<String, NDArray> weights) {
    return settings.name().equals(OptimiserSettings.ADAM)
        ? new Adam(settings, weights)
        : new Sgd(settings, weights);
  }

  /**
   * Moves the weights.
   *
   * @param gradients of the weights, in their order
   */
  void step(List<NDArray> gradients, double learningRate);

  /** A copy of its state, to be saved. */
  Map<String, WeightTensor> snapshot();

  /**
   * Sets its state.
   *
   * @throws ModelFileException when the names or the shapes are not those of its own state; then
   *     nothing is changed
   */
  void restore(Map<String, WeightTensor> saved);

  @Override
  void close();
}
