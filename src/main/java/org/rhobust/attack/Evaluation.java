package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import org.rhobust.model.Classifier;
import org.rhobust.tensor.Gradients;

/**
 * What an attack learns at one point of each example.
 *
 * @param objective F, [N]
 * @param gradient of F with respect to the input, [N, C, H, W]; null where it was not asked for
 * @param logits [N, K]
 */
record Evaluation(NDArray objective, NDArray gradient, NDArray logits) {

  /** One forward pass at {@code images} + {@code perturbations}. */
  static Evaluation of(
      Classifier classifier,
      Objective objective,
      NDArray images,
      NDArray oneHot,
      NDArray perturbations) {
    return at(classifier, objective, oneHot, images.add(perturbations));
  }

  /** One forward and one backward pass. */
  static Evaluation withGradient(
      Classifier classifier,
      Objective objective,
      NDArray images,
      NDArray oneHot,
      NDArray perturbations) {
    NDArray leaf = images.add(perturbations);
    Evaluation[] recorded = new Evaluation[1];
    NDArray inputGradient =
        Gradients.ofPassing(
            leaf,
            () -> {
              recorded[0] = at(classifier, objective, oneHot, leaf);
              return recorded[0].objective().sum();
            });
    return new Evaluation(
        recorded[0].objective().stopGradient(), inputGradient, recorded[0].logits().stopGradient());
  }

  private static Evaluation at(
      Classifier classifier, Objective objective, NDArray oneHot, NDArray input) {
    NDArray output = classifier.logits(input);
    return new Evaluation(objective.evaluate(output, oneHot), null, output);
  }
}
