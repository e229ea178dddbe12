package org.rhobust.training;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rhobust.model.ModelFileException;
import org.rhobust.model.WeightTensor;
import org.rhobust.tensor.Scope;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) with decoupled weight decay (AdamW, Loshchilov and Hutter
 * 2019): w ← w − η·d·w; m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²; then w ← w − η·m̂ / (√v̂ +
 * ε) with m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ) at step t, with β₂ = 0.999 and ε = 1e−8. Its state
 * is m, v and t.
 */
public final class Adam implements Optimiser {

  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;
  private static final String STEP = "step";

  private final OptimiserSettings settings;
  private final List<NDArray> weights;
  private final List<NDArray> means = new ArrayList<>();
  private final List<NDArray> squares = new ArrayList<>();
  private final OptimiserState state = new OptimiserState();
  private int steps;

  /** An optimiser of these live weights, before its first step. */
  public Adam(OptimiserSettings settings, Map<String, NDArray> weights) {
    this.settings = settings;
    this.weights = List.copyOf(weights.values());
    weights.forEach((name, weight) -> means.add(state.addZeros(name + ".exp_avg", weight)));
    weights.forEach((name, weight) -> squares.add(state.addZeros(name + ".exp_avg_sq", weight)));
  }

  @Override
  public void step(List<NDArray> gradients, double learningRate) {
    steps++;
    double beta = settings.momentum();
    float rate = (float) (learningRate / (1 - Math.pow(beta, steps)));
    float root = (float) Math.sqrt(1 - Math.pow(BETA_2, steps));
    try (Scope scope = Scope.open()) {
      for (int i = 0; i < weights.size(); i++) {
        NDArray weight = weights.get(i);
        NDArray gradient = gradients.get(i);
        if (settings.weightDecay() > 0) {
          weight.muli((float) (1 - learningRate * settings.weightDecay()));
        }
        NDArray mean = means.get(i);
        mean.muli((float) beta).addi(gradient.mul((float) (1 - beta)));
        NDArray square = squares.get(i);
        square.muli((float) BETA_2).addi(gradient.square().mul((float) (1 - BETA_2)));
        weight.subi(mean.mul(rate).div(square.sqrt().div(root).add((float) EPSILON)));
      }
    }
  }

  @Override
  public Map<String, WeightTensor> snapshot() {
    Map<String, WeightTensor> copies = new LinkedHashMap<>(state.snapshot());
    // A float counts to 16 million steps, when the powers of both β have long been 0.
    copies.put(STEP, WeightTensor.of(new long[] {1}, new float[] {steps}));
    return copies;
  }

  @Override
  public void restore(Map<String, WeightTensor> saved) {
    Map<String, WeightTensor> arrays = new LinkedHashMap<>(saved);
    WeightTensor step = arrays.remove(STEP);
    if (step == null || step.values().length != 1) {
      throw new ModelFileException("the optimiser's state is of another one: Adam's has a step");
    }
    state.restore(arrays);
    steps = (int) step.values()[0];
  }

  @Override
  public void close() {
    state.close();
  }
}
