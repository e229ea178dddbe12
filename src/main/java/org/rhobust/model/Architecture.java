package org.rhobust.model;

/** How a network is made of layers. */
@FunctionalInterface
interface Architecture {

  /** Adds the layers; the last gives one logit a class. */
  void build(Layers layers, int classes);

  /** A whole number written in digits; one that is too large for an int counts as the largest. */
  static int number(String digits) {
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  /** What to throw for a name of a family that has no such member. */
  static IllegalArgumentException refused(String name, String reason) {
    return new IllegalArgumentException("network %s: %s".formatted(JsonText.quote(name), reason));
  }
}
