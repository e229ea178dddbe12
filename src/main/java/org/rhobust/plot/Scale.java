package org.rhobust.plot;

/** A domain laid out in pixels: its low end at {@code start}, its high end at {@code end}. */
record Scale(Domain domain, double start, double end) {

  /** Far enough outside any picture, near enough for the rasteriser's arithmetic. */
  private static final double FAR = 1e5;

  /** The pixel of a value; NaN where it has no place. */
  double pixel(double value) {
    double pixel = start + domain.share(value) * (end - start);
    return Math.max(-FAR, Math.min(FAR, pixel));
  }

  /** The value at a pixel, held within the domain. */
  double value(double pixel) {
    double share = (pixel - start) / (end - start);
    return domain.value(Math.max(0, Math.min(1, share)));
  }

  /** A position for a line one pixel wide that does not smear over two. */
  static double crisp(double pixel) {
    return Math.floor(pixel) + 0.5;
  }
}
