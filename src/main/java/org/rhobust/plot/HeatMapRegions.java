package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;

/** Finds where in a heat map the name of each kind has the most room. */
final class HeatMapRegions {

  /** A kind with less room around its name is not named: the hover read-out does that. */
  private static final int LEAST_ROOM = 3;

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

  private int roomiest(int kind) {
    int best = -1;
    for (int i = 0; i < room.length; i++) {
      boolean ofKind = plot.cells().get(i).kind() == kind && room[i] >= LEAST_ROOM;
      if (ofKind && (best < 0 || room[i] > room[best])) {
        best = i;
      }
    }
    return best;
  }
}
