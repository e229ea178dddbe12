package org.rhobust.plot;

import java.util.Objects;

/**
 * Single values of x, drawn as a small histogram that stands on the x axis under the curves. Its
 * heights compare its own bins and belong to no axis.
 *
 * @param name the legend's word for it
 * @param role its colour
 * @param xs the values, in data coordinates; NaN is left out
 */
public record Rug(String name, ColorRole role, Values xs) {

  /** Refuses null. */
  public Rug {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(xs, "xs");
  }

  /** The rug of an array, which is copied. */
  public static Rug of(String name, ColorRole role, double[] xs) {
    return new Rug(name, role, Values.of(xs));
  }
}
