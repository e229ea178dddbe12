package org.rhobust.attack;

import org.rhobust.model.Probabilities;

/**
 * One image after one iteration of an attack.
 *
 * @param iteration 0 for the start, then 1 … T
 * @param objective F at the current point, the minimised value
 * @param stepSize α after the iteration
 * @param accepted whether the iteration's candidate became the current point; true for the start
 * @param norm ‖δ‖ of the current point
 * @param probabilities softmax at the current point, K values
 * @param perturbation δ, C·H·W values; empty where the recorder was told to leave it out
 * @param gradient ∇F with respect to the input at the current point, C·H·W values; empty likewise
 */
public record PgdStep(
    int iteration,
    float objective,
    float stepSize,
    boolean accepted,
    float norm,
    float[] probabilities,
    float[] perturbation,
    float[] gradient) {

  /** The most probable class; the lowest among equals. */
  public int prediction() {
    return Probabilities.prediction(probabilities);
  }

  /** The probability of the most probable class. */
  public float confidence() {
    return probabilities[prediction()];
  }

  /** The largest probability of a class other than {@code label}. */
  public float adversarialConfidence(int label) {
    return probabilities[Probabilities.strongestOther(probabilities, label)];
  }
}
