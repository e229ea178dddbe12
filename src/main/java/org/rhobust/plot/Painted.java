package org.rhobust.plot;

import java.util.Optional;

/** What a painter leaves behind for the pointer: the data area, its x scale, and what is where. */
record Painted(Box area, Optional<Scale> x, Hover hover) {

  /** Finds what is under a point in pixels. */
  @FunctionalInterface
  interface Hover {
    Optional<Readout> at(double px, double py);
  }

  /** A picture in which nothing answers the pointer. */
  static Painted still(Box area) {
    return new Painted(area, Optional.empty(), (px, py) -> Optional.empty());
  }
}
