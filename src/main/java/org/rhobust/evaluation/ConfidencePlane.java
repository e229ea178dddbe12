package org.rhobust.evaluation;

/**
 * Confidences and predictions over the plane x + a·δ̂ + b·η̂ of a direction δ̂ and a random
 * direction η̂ orthogonal to it, both of norm 1.
 *
 * @param direction x and δ̂
 * @param coordinates of the grid's lines, ascending, for a and for b; empty where δ = 0
 * @param confidences c at a = coordinates[column] and b = coordinates[row], row by row
 * @param predictions the most probable classes there
 * @param path the points of the attack, each (a, b), projected on the plane; empty where the
 *     direction is not adversarial
 * @param ball the outline ‖a·δ̂ + b·η̂‖ = ε, each point (a, b); empty for L0, which has none
 * @param epsilon the radius of the ball
 * @param clipped whether the points are clipped to [0, 1]
 */
public record ConfidencePlane(
    Direction direction,
    double[] coordinates,
    float[] confidences,
    int[] predictions,
    double[][] path,
    double[][] ball,
    double epsilon,
    boolean clipped) {

  /** Whether δ = 0, so that there is no plane. */
  public boolean isEmpty() {
    return direction.still();
  }
}
