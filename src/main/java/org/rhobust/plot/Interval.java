package org.rhobust.plot;

/**
 * A shaded range of x, for example the ε-ball.
 *
 * @param from its lower end
 * @param to its upper end, at least {@code from}
 * @param label written at its top; may be empty
 * @param role its colour, drawn pale
 */
public record Interval(double from, double to, String label, ColorRole role) {

  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException when they are not in order
   */
  public Interval {
    if (!(from <= to)) {
      throw new IllegalArgumentException(
          "Shaded interval from " + from + " to " + to + " must be in order.");
    }
  }
}
