package org.rhobust.evaluation;

import java.util.OptionalDouble;

/** A share that is undefined where there is nothing to take it of. */
final class Ratio {

  private Ratio() {}

  static OptionalDouble of(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / (double) whole);
  }
}
