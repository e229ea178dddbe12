package org.rhobust.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rhobust.model.ModelFileException;
import org.rhobust.model.TensorFit;
import org.rhobust.model.WeightTensor;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Values;

/**
 * Stochastic gradient descent with momentum: v ← m·v + g + d·w, then w ← w − η·v, or with Nesterov
 * w ← w − η·(g + d·w + m·v). It is our own because the library's keeps its state private, and an
 * exact resume needs it.
 */
public final class Sgd implements AutoCloseable {

  private final SgdSettings settings;
  private final Map<String, NDArray> weights;
  private final Map<String, NDArray> velocities = new LinkedHashMap<>();

  /** An optimiser of these live weights, with all velocities zero. */
  public Sgd(SgdSettings settings, Map<String, NDArray> weights) {
    this.settings = settings;
    this.weights = weights;
    weights.forEach((name, weight) -> velocities.put(name, Scope.persist(weight.zerosLike())));
  }

  /**
   * Moves the weights.
   *
   * @param gradients of the weights, in their order
   */
  public void step(List<NDArray> gradients, double learningRate) {
    try (Scope scope = Scope.open()) {
      int i = 0;
      for (Map.Entry<String, NDArray> entry : weights.entrySet()) {
        NDArray weight = entry.getValue();
        NDArray gradient = gradients.get(i++);
        if (settings.weightDecay() > 0) {
          gradient = gradient.add(weight.mul((float) settings.weightDecay()));
        }
        NDArray velocity = velocities.get(entry.getKey());
        velocity.muli((float) settings.momentum()).addi(gradient);
        NDArray direction =
            settings.nesterov()
                ? gradient.add(velocity.mul((float) settings.momentum()))
                : velocity;
        weight.subi(direction.mul((float) learningRate));
      }
    }
  }

  /** Copies of the velocities, to be saved. */
  public Map<String, WeightTensor> snapshot() {
    Map<String, WeightTensor> copies = new LinkedHashMap<>();
    velocities.forEach(
        (name, array) ->
            copies.put(name, WeightTensor.of(array.getShape().getShape(), array.toFloatArray())));
    return copies;
  }

  /**
   * Sets all velocities.
   *
   * @throws ModelFileException when the names or the shapes are not those of the weights; then
   *     nothing is changed
   */
  public void restore(Map<String, WeightTensor> saved) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    velocities.forEach((name, array) -> shapes.put(name, array.getShape()));
    TensorFit.require("the optimiser's state is of another network", shapes, saved);
    velocities.forEach((name, array) -> Values.assign(array, saved.get(name).values()));
  }

  @Override
  public void close() {
    velocities.values().forEach(NDArray::close);
  }
}
