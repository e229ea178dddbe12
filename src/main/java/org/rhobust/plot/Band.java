package org.rhobust.plot;

/**
 * A filled area between two curves.
 *
 * @param name the legend's word for it
 * @param role its colour, drawn pale
 * @param xs x values, in drawing order
 * @param lower as many lower ends
 * @param upper as many upper ends
 */
public record Band(String name, ColorRole role, Values xs, Values lower, Values upper) {

  /**
   * Checks that the columns fit.
   *
   * @throws IllegalArgumentException when they differ in size
   */
  public Band {
    Values.requireSameSize(name, xs, lower);
    Values.requireSameSize(name, xs, upper);
  }

  /** The band of three arrays of equal length, which are copied. */
  public static Band of(String name, ColorRole role, double[] xs, double[] lower, double[] upper) {
    return new Band(name, role, Values.of(xs), Values.of(lower), Values.of(upper));
  }
}
