package org.rhobust.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** A small model with every field set. */
final class ModelFixture {

  private ModelFixture() {}

  static ModelDescription description() {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("testError", 0.0099);
    figures.put("robustTestError", 0.073);
    return ModelDescription.builder("mnist-ccat", "small", 10, new ImageShape(1, 28, 28))
        .method("ccat")
        .transition(new ModelDescription.Transition("power", 12, 0.3))
        .norm("linf")
        .dataset("mnist")
        .seed(9_007_199_254_740_993L)
        .command("train --preset quick --method ccat")
        .threshold(new ModelDescription.Threshold(0.99, 0.42, "last 1,000 of mnist test"))
        .figures(figures)
        .notes("ρ = 12 & <plain>")
        .createdBy("rhobust 0.1.0")
        .build();
  }

  static Map<String, WeightTensor> weights() {
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    weights.put("2.weight", WeightTensor.of(new long[] {1, 2}, new float[] {0.5f, -1}));
    weights.put("0.bias", WeightTensor.of(new long[] {1}, new float[] {3}));
    return weights;
  }
}
