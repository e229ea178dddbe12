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
 */
record Readout(double x, boolean guide, String heading, List<Row> rows) {

  /** One value; with a dot at a height in pixels when it lies on a curve. */
  record Row(ColorRole role, String text, Optional<Double> dotY) {}
}
