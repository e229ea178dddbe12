package org.rhobust.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A dense curve as what it covers of each pixel column. Where a column holds a point or more, a
 * stroke is nothing but vertical pieces side by side; filling them as rectangles costs a small part
 * of stroking a line of thousands of corners, and shows the same.
 */
final class PixelColumns {

  /** The lengths of a dash and of the gap after it, in columns. */
  private static final int DASH = 5;

  private static final int PERIOD = 9;

  private final int first;
  private final double[] lows;
  private final double[] highs;

  private PixelColumns(int first, int count) {
    this.first = first;
    lows = new double[count];
    highs = new double[count];
    Arrays.fill(lows, Double.POSITIVE_INFINITY);
    Arrays.fill(highs, Double.NEGATIVE_INFINITY);
  }

  /** Whether a line goes to the right only, with at least a point a column. */
  static boolean isDense(Reduction.Polyline line) {
    double[] xs = line.xs();
    for (int i = 1; i < xs.length; i++) {
      if (xs[i] < xs[i - 1]) {
        return false;
      }
    }
    return xs.length > 2 && xs.length > xs[xs.length - 1] - xs[0];
  }

  /**
   * The rectangles of a line whose x values ascend.
   *
   * @param stroke its width and its dashes
   */
  static List<Box> of(Reduction.Polyline line, Surface.Stroke stroke) {
    double[] xs = line.xs();
    int first = (int) Math.floor(xs[0]);
    int last = (int) Math.floor(xs[xs.length - 1]);
    PixelColumns columns = new PixelColumns(first, last - first + 1);
    for (int i = 1; i < xs.length; i++) {
      columns.add(xs[i - 1], line.ys()[i - 1], xs[i], line.ys()[i]);
    }
    return columns.boxes(stroke);
  }

  private void add(double x1, double y1, double x2, double y2) {
    for (int column = (int) Math.floor(x1); column <= (int) Math.floor(x2); column++) {
      cover(column, at(Math.max(x1, column), x1, y1, x2, y2));
      cover(column, at(Math.min(x2, column + 1), x1, y1, x2, y2));
    }
  }

  private static double at(double x, double x1, double y1, double x2, double y2) {
    if (x <= x1) {
      return y1;
    }
    return x >= x2 ? y2 : y1 + (y2 - y1) * (x - x1) / (x2 - x1);
  }

  private void cover(int column, double y) {
    lows[column - first] = Math.min(lows[column - first], y);
    highs[column - first] = Math.max(highs[column - first], y);
  }

  private List<Box> boxes(Surface.Stroke stroke) {
    List<Box> boxes = new ArrayList<>();
    double width = stroke.width();
    for (int i = 0; i < lows.length; i++) {
      if (!stroke.dashed() || (first + i) % PERIOD < DASH) {
        boxes.add(new Box(first + i, lows[i] - width / 2, 1, highs[i] - lows[i] + width));
      }
    }
    return boxes;
  }
}
