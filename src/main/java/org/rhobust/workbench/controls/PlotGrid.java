package org.rhobust.workbench.controls;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Plots of equal size in as many columns as are wide enough to be read, over the whole height;
 * where that is too low to be read, the grid asks for more and is scrolled.
 */
public final class PlotGrid extends Pane {

  private final double gap;
  private final double leastWidth;
  private final double leastHeight;
  private final List<Integer> columns;

  /**
   * @param gap between plots, in pixels
   * @param leastWidth of a plot that can be read; one column may be narrower
   * @param leastHeight of a plot that can be read
   * @param columns how many there may be, the most first; one is always possible
   */
  public PlotGrid(double gap, double leastWidth, double leastHeight, List<Integer> columns) {
    this.gap = gap;
    this.leastWidth = leastWidth;
    this.leastHeight = leastHeight;
    this.columns = columns;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computeMinHeight(double width) {
    int rows = rows(columns(width));
    return rows * leastHeight + (rows - 1) * gap;
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    List<Node> plots = getManagedChildren();
    int across = columns(getWidth());
    int rows = rows(across);
    double width = (getWidth() - (across - 1) * gap) / across;
    double height = (getHeight() - (rows - 1) * gap) / rows;
    // Sizes are rounded up: a pixel less keeps the last plot inside.
    double plotWidth = snapSizeX(width - 1);
    double plotHeight = snapSizeY(height - 1);
    for (int i = 0; i < plots.size(); i++) {
      double x = snapPositionX(i % across * (width + gap));
      double y = snapPositionY(i / across * (height + gap));
      plots.get(i).resizeRelocate(x, y, plotWidth, plotHeight);
    }
  }

  private int columns(double width) {
    return columns.stream()
        .filter(count -> width >= count * leastWidth + (count - 1) * gap)
        .findFirst()
        .orElse(1);
  }

  private int rows(int across) {
    return Math.max(1, (getManagedChildren().size() + across - 1) / across);
  }
}
