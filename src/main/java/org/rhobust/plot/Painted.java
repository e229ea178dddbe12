package org.rhobust.plot;

import java.util.Optional;

/** What a painter leaves behind for the pointer: the data area, its scales, and what is where. */
record Painted(Box area, Optional<Scale> x, Optional<Scale> y, Hover hover) {

  /** Finds what is under a point in pixels. */
  @FunctionalInterface
  interface Hover {
    Optional<Readout> at(double px, double py);
  }

  /** A picture whose heights are not to be read back. */
  Painted(Box area, Optional<Scale> x, Hover hover) {
    this(area, x, Optional.empty(), hover);
  }

  /** A picture in which nothing answers the pointer. */
  static Painted still(Box area) {
    return new Painted(area, Optional.empty(), (px, py) -> Optional.empty());
  }
}
