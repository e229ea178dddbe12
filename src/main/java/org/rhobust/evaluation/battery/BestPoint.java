package org.rhobust.evaluation.battery;

/**
 * The point of lowest objective that an attack found for an image, to show.
 *
 * @param perturbation δ, C·H·W values
 * @param adversarialConfidence max_{j≠y} softmax_j at x + δ
 * @param confidence max_k softmax_k there; NaN where the output is not a number
 * @param prediction the class predicted there; −1 where the output is not a number
 * @param roundedConfidence as {@code confidence}, with x + δ rounded to 8 bits
 * @param roundedPrediction as {@code prediction}, with x + δ rounded to 8 bits
 */
public record BestPoint(
    float[] perturbation,
    double adversarialConfidence,
    double confidence,
    int prediction,
    double roundedConfidence,
    int roundedPrediction) {

  /** The same without its perturbation, which is most of its memory. */
  BestPoint withoutPerturbation() {
    return new BestPoint(
        null, adversarialConfidence, confidence, prediction, roundedConfidence, roundedPrediction);
  }
}
