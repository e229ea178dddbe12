package org.rhobust.service;

import java.util.List;
import org.rhobust.attack.PgdStep;
import org.rhobust.evaluation.Prediction;

/**
 * An attack on one image from one start, as far as it has come.
 *
 * @param request what was asked
 * @param label the true class
 * @param restart which start, from 0
 * @param image the original, C·H·W values in [0, 1]
 * @param steps the start first, at most T + 1 and at least one
 * @param rounded what the model says about the image of each step once it is {@linkplain
 *     #rounded(int) rounded} to 8 bit, as files and screens hold it
 */
public record AttackSteps(
    StepsRequest request,
    int label,
    int restart,
    float[] image,
    List<PgdStep> steps,
    List<Prediction> rounded) {

  public AttackSteps {
    steps = List.copyOf(steps);
    rounded = List.copyOf(rounded);
  }

  /** x + δ at a step, C·H·W values in [0, 1]. */
  public float[] adversarial(int step) {
    return sum(image, steps.get(step));
  }

  /** {@link #adversarial} with every value rounded to the nearest multiple of 1/255. */
  public float[] rounded(int step) {
    return rounded(image, steps.get(step));
  }

  /** The index of the step of lowest objective, the first among equals. */
  public int best() {
    int best = 0;
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).objective() < steps.get(best).objective()) {
        best = i;
      }
    }
    return best;
  }

  static float[] rounded(float[] image, PgdStep step) {
    float[] values = sum(image, step);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.round(255 * Math.max(0, Math.min(1, values[i]))) / 255f;
    }
    return values;
  }

  private static float[] sum(float[] image, PgdStep step) {
    float[] perturbation = step.perturbation();
    float[] sum = new float[image.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = image[i] + perturbation[i];
    }
    return sum;
  }
}
