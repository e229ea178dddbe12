package org.rhobust.model;

/** How a network is made of layers. */
@FunctionalInterface
interface Architecture {

  /** Adds the layers; the last gives one logit a class. */
  void build(Layers layers, int classes);

  /** What to throw for a name of a family that has no such member. */
  static IllegalArgumentException refused(String name, String reason) {
    return new IllegalArgumentException("network %s: %s".formatted(JsonText.quote(name), reason));
  }
}
