package org.rhobust.evaluation;

/**
 * Confidences along a direction δ̂ from an image x (article Figure 1), at x + s·δ̂, unclipped:
 * beyond ε the point may leave [0, 1].
 *
 * @param index of the image in its set
 * @param label y, the true class
 * @param adversarialClass argmax_{j≠y} at x + δ, fixed along the curve
 * @param distances s, ascending from 0, in units of the norm
 * @param trueConfidences softmax_y
 * @param adversarialConfidences softmax of {@code adversarialClass}
 * @param epsilon the radius of the attack's ball
 * @param norm ‖δ‖ of the perturbation that gave the direction; 0 where the attack did not move, and
 *     then the arrays are empty
 */
public record DirectionCurve(
    int index,
    int label,
    int adversarialClass,
    double[] distances,
    double[] trueConfidences,
    double[] adversarialConfidences,
    double epsilon,
    double norm) {}
