package org.rhobust.evaluation;

import java.util.Arrays;

/**
 * Confidences along a direction δ̂ from an image x (article Figure 1), at x + s·δ̂.
 *
 * @param direction the line
 * @param adversarialClass argmax_{j≠y} at x + δ, fixed along the curve
 * @param distances s, ascending from 0, in units of the norm; empty where δ = 0
 * @param trueConfidences softmax_y
 * @param adversarialConfidences softmax of {@code adversarialClass}
 * @param predictions the most probable class
 * @param confidences its softmax, c
 * @param epsilon the radius of the ball
 * @param clipped whether the points are clipped to [0, 1]
 */
public record DirectionCurve(
    Direction direction,
    int adversarialClass,
    double[] distances,
    double[] trueConfidences,
    double[] adversarialConfidences,
    int[] predictions,
    double[] confidences,
    double epsilon,
    boolean clipped) {

  /** The index of the image in its set. */
  public int index() {
    return direction.index();
  }

  /** y, the true class. */
  public int label() {
    return direction.label();
  }

  /** ‖δ‖ of the perturbation that gave the direction; 0 where the attack did not move. */
  public double norm() {
    return direction.norm();
  }

  /** How far the curve goes; 0 where there is none. */
  public double farthest() {
    return distances.length == 0 ? 0 : distances[distances.length - 1];
  }

  /** The place in {@link #distances} that is nearest to s; the curve must not be empty. */
  public int nearest(double distance) {
    int found = Arrays.binarySearch(distances, distance);
    if (found >= 0) {
      return found;
    }
    int above = Math.min(distances.length - 1, -found - 1);
    int below = Math.max(0, above - 1);
    return distances[above] - distance < distance - distances[below] ? above : below;
  }
}
