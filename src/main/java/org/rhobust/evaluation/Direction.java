package org.rhobust.evaluation;

/**
 * A straight line x + s·δ̂ from an image.
 *
 * @param index of the image in its set
 * @param label y, its true class
 * @param image x, C·H·W values in [0, 1]
 * @param unit δ̂ = δ/‖δ‖, C·H·W values; empty where δ = 0
 * @param norm ‖δ‖ of the perturbation that gave the direction; 0 where there is none
 */
public record Direction(int index, int label, float[] image, float[] unit, double norm) {

  /** Whether δ = 0, so that there is nothing to follow. */
  public boolean still() {
    return norm == 0;
  }

  /**
   * The point x + s·δ̂, C·H·W values.
   *
   * @param clipped to [0, 1]; else the point may leave it
   */
  public float[] at(double distance, boolean clipped) {
    float[] point = image.clone();
    for (int i = 0; i < unit.length; i++) {
      point[i] += (float) (distance * unit[i]);
    }
    return clipped ? clip(point) : point;
  }

  static float[] clip(float[] point) {
    for (int i = 0; i < point.length; i++) {
      point[i] = Math.max(0, Math.min(1, point[i]));
    }
    return point;
  }
}
