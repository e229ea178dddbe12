package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;

/** Finds where in a heat map the name of each kind has the most room. */
final class HeatMapRegions {

  /** A kind with less room around its name is not named: the hover read-out does that. */
  private static final int LEAST_ROOM = 3;

  /** Half the room of a name, as a share of the map; more than it takes on large maps. */
  private static final double NAME_WIDTH = 0.15;

  private static final double NAME_HEIGHT = 0.08;

  private final HeatMapPlot plot;
  private final int columns;
  private final int rows;
  private final int[] room;

  /** The roomiest cell of a kind. */
  record Region(int kind, int column, int row) {}

  private HeatMapRegions(HeatMapPlot plot) {
    this.plot = plot;
    columns = plot.xs().size();
    rows = plot.ys().size();
    room = new int[columns * rows];
  }

  /** One region a kind that has room. */
  static List<Region> of(HeatMapPlot plot) {
    HeatMapRegions regions = new HeatMapRegions(plot);
    regions.measure();
    List<Region> found = new ArrayList<>();
    for (int kind = 0; kind < plot.kinds().size(); kind++) {
      int best = regions.roomiest(kind);
      if (best >= 0) {
        found.add(new Region(kind, best % regions.columns, best / regions.columns));
      }
    }
    return found;
  }

  /** Each cell's distance in steps, sideways and diagonal, to another kind or the edge. */
  private void measure() {
    for (int i = 0; i < room.length; i++) {
      room[i] = 1 + least(i, -1);
    }
    for (int i = room.length - 1; i >= 0; i--) {
      room[i] = Math.min(room[i], 1 + least(i, 1));
    }
  }

  /** The least room of the four neighbours before (−1) or after (1) a cell. */
  private int least(int cell, int sign) {
    int column = cell % columns;
    int row = cell / columns;
    int least = neighbour(column, row, sign, 0);
    for (int aside = -1; aside <= 1; aside++) {
      least = Math.min(least, neighbour(column, row, aside, sign));
    }
    return least;
  }

  private int neighbour(int column, int row, int right, int up) {
    int x = column + right;
    int y = row + up;
    boolean same =
        x >= 0
            && x < columns
            && y >= 0
            && y < rows
            && plot.cell(x, y).kind() == plot.cell(column, row).kind();
    return same ? room[y * columns + x] : 0;
  }

  /** Whether a name here would lie under a point or a solid curve. */
  private boolean marked(int cell) {
    double x = plot.xs().get(cell % columns);
    double y = plot.ys().get(cell / columns);
    return plot.points().stream().anyMatch(p -> near(p.xs(), p.ys(), x, y))
        || plot.curves().stream().anyMatch(c -> !c.dashed() && near(c.xs(), c.ys(), x, y));
  }

  private boolean near(Values xs, Values ys, double x, double y) {
    double wide = NAME_WIDTH * (plot.xs().get(columns - 1) - plot.xs().get(0));
    double high = NAME_HEIGHT * (plot.ys().get(rows - 1) - plot.ys().get(0));
    for (int i = 0; i < xs.size(); i++) {
      if (Math.abs(xs.get(i) - x) < wide && Math.abs(ys.get(i) - y) < high) {
        return true;
      }
    }
    return false;
  }

  private int roomiest(int kind) {
    int best = -1;
    for (int i = 0; i < room.length; i++) {
      boolean ofKind = plot.cells().get(i).kind() == kind && room[i] >= LEAST_ROOM && !marked(i);
      if (ofKind && (best < 0 || room[i] > room[best])) {
        best = i;
      }
    }
    return best;
  }
}
