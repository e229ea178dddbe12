package org.rhobust.plot;

import java.util.List;
import java.util.Optional;

/**
 * What is shown for the place under the pointer.
 *
 * @param x the pixel at which the box stands, and the guide line if there is one
 * @param guide whether to draw a vertical guide line
 * @param heading the first line
 * @param rows the values
 * @param more how many further values have no room; empty where all have
 */
record Readout(double x, boolean guide, String heading, List<Row> rows, String more) {

  /** A read-out of all values. */
  Readout(double x, boolean guide, String heading, List<Row> rows) {
    this(x, guide, heading, rows, "");
  }

  /** One value; with a dot at a height in pixels when it lies on a curve. */
  record Row(ColorRole role, String text, Optional<Double> dotY) {}
}
