package org.rhobust.evaluation;

/**
 * Confidences along the directions of many images, each from its own image.
 *
 * @param distances s, ascending from 0, in units of the norm
 * @param truth of softmax_y; null where no image has a direction
 * @param adversarial of the softmax of each image's adversarial class; null likewise
 * @param images how many were looked at, from the start of the set
 * @param still how many of them have no direction and are left out
 * @param epsilon the radius of the ball
 */
public record DirectionSummary(
    double[] distances, Spread truth, Spread adversarial, int images, int still, double epsilon) {

  /** Whether no image has a direction. */
  public boolean isEmpty() {
    return images == still;
  }
}
