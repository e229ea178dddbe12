package org.rhobust.report;

import java.util.List;
import java.util.OptionalDouble;
import org.rhobust.evaluation.DirectionCurve;

/**
 * What the figures show of one model.
 *
 * @param directions of the images of Figure 1, in their order
 * @param clean [count], the confidences of the test images
 * @param attacked [count], their confidences at the attacks' best points; NaN where the output was
 *     not finite
 * @param threshold τ at 99 % TPR on the held-out images; empty when none was classified correctly
 * @param robustError RErr(τ), worst case over all points that the attacks evaluated; empty as τ
 */
record Measurement(
    List<DirectionCurve> directions,
    double[] clean,
    double[] attacked,
    OptionalDouble threshold,
    OptionalDouble robustError) {

  Measurement {
    directions = List.copyOf(directions);
  }
}
