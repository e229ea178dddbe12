package org.rhobust.evaluation;

import org.rhobust.attack.PgdSettings;

/**
 * How a direction is found and followed.
 *
 * @param kind what it is drawn towards
 * @param attack finds adversarial directions; its norm and ε measure all kinds
 * @param seed of random starts and random directions, with the image's index
 * @param other the image that {@link DirectionKind#BETWEEN} goes to; {@link #NEXT} for the next one
 *     of another class
 * @param clipped whether the points are clipped to [0, 1]; where not, they may leave it beyond ε
 */
public record DirectionSettings(
    DirectionKind kind, PgdSettings attack, long seed, int other, boolean clipped) {

  /** Stands for the next image of another class. */
  public static final int NEXT = -1;

  /** Along the perturbation that an attack finds, unclipped. */
  public static DirectionSettings adversarial(PgdSettings attack, long seed) {
    return new DirectionSettings(DirectionKind.ADVERSARIAL, attack, seed, NEXT, false);
  }

  /** How far a direction is followed: four times ε, and to the other image where one is. */
  public double farthest(Direction direction) {
    return reaching(Distances.FARTHEST_IN_EPSILON * attack.epsilon(), direction);
  }

  /** Half as far to each side, and to the other image where one is. */
  double reach(Direction direction) {
    return reaching(Distances.FARTHEST_IN_EPSILON / 2 * attack.epsilon(), direction);
  }

  private double reaching(double usual, Direction direction) {
    return kind == DirectionKind.BETWEEN ? Math.max(usual, direction.norm()) : usual;
  }
}
