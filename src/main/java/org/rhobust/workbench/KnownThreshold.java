package org.rhobust.workbench;

/**
 * The τ that a model has unless a person sets another.
 *
 * @param value in [0, 1]; NaN where none is known
 * @param origin where it comes from, with the number of images, for people; empty for none
 * @param provisional whether a better one may take its place without being asked
 */
public record KnownThreshold(double value, String origin, boolean provisional) {

  /** No threshold is known. */
  public static final KnownThreshold NONE = new KnownThreshold(Double.NaN, "", true);
}
