package org.rhobust.service;

import java.util.List;
import org.rhobust.attack.PgdStep;

/**
 * An attack on one image.
 *
 * @param request what was asked
 * @param label the true class
 * @param image the original, C·H·W values in [0, 1]
 * @param steps T + 1, the start first
 */
public record AttackSteps(StepsRequest request, int label, float[] image, List<PgdStep> steps) {

  public AttackSteps {
    steps = List.copyOf(steps);
  }

  /** x + δ at a step, C·H·W values in [0, 1]. */
  public float[] adversarial(int step) {
    float[] perturbation = steps.get(step).perturbation();
    float[] sum = new float[image.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = image[i] + perturbation[i];
    }
    return sum;
  }
}
