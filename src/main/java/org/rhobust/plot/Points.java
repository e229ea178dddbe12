package org.rhobust.plot;

/**
 * Single points marked on curves, for example accepted (filled) and rejected (hollow) steps.
 *
 * @param name the legend's word for them
 * @param role their colour
 * @param filled whether the dots are filled or hollow
 * @param xs x values
 * @param ys as many y values
 */
public record Points(String name, ColorRole role, boolean filled, Values xs, Values ys) {

  /**
   * Checks that the columns fit.
   *
   * @throws IllegalArgumentException when they differ in size
   */
  public Points {
    Values.requireSameSize(name, xs, ys);
  }

  /** Filled dots at the points of two arrays, which are copied. */
  public static Points filled(String name, ColorRole role, double[] xs, double[] ys) {
    return new Points(name, role, true, Values.of(xs), Values.of(ys));
  }

  /** Hollow dots at the points of two arrays, which are copied. */
  public static Points hollow(String name, ColorRole role, double[] xs, double[] ys) {
    return new Points(name, role, false, Values.of(xs), Values.of(ys));
  }
}
