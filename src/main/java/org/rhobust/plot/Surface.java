package org.rhobust.plot;

/** What painters draw on. Pixels, y downwards. */
interface Surface {

  /** Where text stands relative to its point. */
  enum Align {
    LEFT,
    CENTER,
    RIGHT
  }

  /** A pen. */
  record Stroke(Rgb color, double width, boolean dashed) {
    static Stroke solid(Rgb color, double width) {
      return new Stroke(color, width, false);
    }

    static Stroke dashed(Rgb color, double width) {
      return new Stroke(color, width, true);
    }
  }

  /** The width in pixels that a text takes. */
  double textWidth(String text, TextStyle style);

  void line(double x1, double y1, double x2, double y2, Stroke stroke);

  void polyline(double[] xs, double[] ys, Stroke stroke);

  void polygon(double[] xs, double[] ys, Rgb fill);

  void rectangle(Box box, Rgb fill);

  void outline(Box box, Stroke stroke);

  void dot(double x, double y, double radius, Rgb fill, Stroke stroke);

  /** Text on a baseline at y. */
  void text(String text, double x, double y, TextStyle style, Rgb color, Align align);

  /** Text that reads upwards, centred at y, on a baseline at x. */
  void textUpwards(String text, double x, double y, TextStyle style, Rgb color);

  /** An image of {@code 0xAARRGGBB} pixels, each a sharp rectangle. */
  void image(int[] argb, int width, int height, Box target);

  /** Draws with everything outside the box cut off. */
  void clipped(Box box, Runnable drawing);

  /** Draws with the origin moved to a point. */
  void moved(double dx, double dy, Runnable drawing);

  /** A text shortened with an ellipsis until it fits. */
  default String fit(String text, TextStyle style, double width) {
    if (textWidth(text, style) <= width) {
      return text;
    }
    for (int length = text.length() - 1; length > 0; length--) {
      String shorter = text.substring(0, length).stripTrailing() + "…";
      if (textWidth(shorter, style) <= width) {
        return shorter;
      }
    }
    return "";
  }
}
