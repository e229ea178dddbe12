package org.rhobust.training;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rhobust.model.WeightTensor;
import org.rhobust.tensor.Scope;

/**
 * Stochastic gradient descent with momentum: v ← m·v + g + d·w, then w ← w − η·v, or with Nesterov
 * w ← w − η·(g + d·w + m·v). Its state are the velocities v.
 */
public final class Sgd implements Optimiser {

  private final OptimiserSettings settings;
  private final List<NDArray> weights;
  private final List<NDArray> velocities = new ArrayList<>();
  private final OptimiserState state = new OptimiserState();

  /** An optimiser of these live weights, with all velocities zero. */
  public Sgd(OptimiserSettings settings, Map<String, NDArray> weights) {
    this.settings = settings;
    this.weights = List.copyOf(weights.values());
    weights.forEach((name, weight) -> velocities.add(state.addZeros(name, weight)));
  }

  @Override
  public void step(List<NDArray> gradients, double learningRate) {
    try (Scope scope = Scope.open()) {
      for (int i = 0; i < weights.size(); i++) {
        NDArray weight = weights.get(i);
        NDArray gradient = gradients.get(i);
        if (settings.weightDecay() > 0) {
          gradient = gradient.add(weight.mul((float) settings.weightDecay()));
        }
        NDArray velocity = velocities.get(i);
        velocity.muli((float) settings.momentum()).addi(gradient);
        NDArray direction =
            settings.nesterov()
                ? gradient.add(velocity.mul((float) settings.momentum()))
                : velocity;
        weight.subi(direction.mul((float) learningRate));
      }
    }
  }

  @Override
  public Map<String, WeightTensor> snapshot() {
    return state.snapshot();
  }

  @Override
  public void restore(Map<String, WeightTensor> saved) {
    state.restore(saved);
  }

  @Override
  public void close() {
    state.close();
  }
}
