package org.rhobust.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Curves brought down to what a screen can show: of the consecutive points that fall in one pixel
 * column only the first, lowest, highest and last are kept, in order, so that no spike is lost.
 */
final class Reduction {

  private final double left;
  private final double right;
  private final List<Polyline> lines = new ArrayList<>();
  private double[] xs = new double[256];
  private double[] ys = new double[256];
  private int size;

  private long column;
  private int inColumn;
  private final double[] columnX = new double[4];
  private final double[] columnY = new double[4];
  private boolean lowFirst;

  /** Connected points in pixels. */
  record Polyline(double[] xs, double[] ys) {}

  private static final int FIRST = 0;
  private static final int LOW = 1;
  private static final int HIGH = 2;
  private static final int LAST = 3;

  private Reduction(Scale x) {
    left = Math.min(x.start(), x.end());
    right = Math.max(x.start(), x.end());
  }

  /** The curve in pixels, cut where a value is not finite or has no place on its axis. */
  static List<Polyline> of(Values xs, Values ys, Scale x, Scale y) {
    Reduction reduction = new Reduction(x);
    for (int i = 0; i < xs.size(); i++) {
      if (Double.isFinite(xs.get(i)) && Double.isFinite(ys.get(i))) {
        reduction.add(x.pixel(xs.get(i)), y.pixel(ys.get(i)));
      } else {
        reduction.cut();
      }
    }
    reduction.cut();
    return reduction.lines;
  }

  private void add(double px, double py) {
    if (Double.isNaN(px) || Double.isNaN(py)) {
      cut();
      return;
    }
    // Everything beyond an edge counts as one column, so a zoomed curve stays cheap.
    long place = (long) Math.floor(Math.max(left - 1, Math.min(right + 1, px)));
    if (inColumn > 0 && place != column) {
      endColumn();
    }
    if (inColumn == 0) {
      Arrays.fill(columnX, px);
      Arrays.fill(columnY, py);
      column = place;
    } else {
      if (py < columnY[LOW]) {
        keep(LOW, px, py);
        lowFirst = false;
      }
      if (py > columnY[HIGH]) {
        keep(HIGH, px, py);
        lowFirst = true;
      }
      keep(LAST, px, py);
    }
    inColumn++;
  }

  private void keep(int which, double px, double py) {
    columnX[which] = px;
    columnY[which] = py;
  }

  private void endColumn() {
    append(FIRST);
    append(lowFirst ? LOW : HIGH);
    append(lowFirst ? HIGH : LOW);
    append(LAST);
    inColumn = 0;
  }

  private void append(int which) {
    double px = columnX[which];
    double py = columnY[which];
    boolean repeated = size > 0 && xs[size - 1] == px && ys[size - 1] == py;
    if (repeated) {
      return;
    }
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    xs[size] = px;
    ys[size] = py;
    size++;
  }

  private void cut() {
    if (inColumn > 0) {
      endColumn();
    }
    if (size > 0) {
      lines.add(new Polyline(Arrays.copyOf(xs, size), Arrays.copyOf(ys, size)));
      size = 0;
    }
  }
}
