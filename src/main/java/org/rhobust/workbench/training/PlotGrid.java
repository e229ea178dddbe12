package org.rhobust.workbench.training;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Plots of equal size in as many columns as are wide enough to be read, over the whole height;
 * where that is too low to be read, the grid asks for more and is scrolled.
 */
final class PlotGrid extends Pane {

  private static final double GAP = 8;
  private static final double LEAST_WIDTH = 300;
  private static final double LEAST_HEIGHT = 190;
  private static final int MOST_COLUMNS = 3;

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
    int rows = rows(width);
    return rows * LEAST_HEIGHT + (rows - 1) * GAP;
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    List<Node> plots = getManagedChildren();
    int columns = columns(getWidth());
    int rows = rows(getWidth());
    double width = (getWidth() - (columns - 1) * GAP) / columns;
    double height = (getHeight() - (rows - 1) * GAP) / rows;
    for (int i = 0; i < plots.size(); i++) {
      plots
          .get(i)
          .resizeRelocate(
              snapPositionX(i % columns * (width + GAP)),
              snapPositionY(i / columns * (height + GAP)),
              snapSizeX(width),
              snapSizeY(height));
    }
  }

  private int rows(double width) {
    int columns = columns(width);
    return (getManagedChildren().size() + columns - 1) / columns;
  }

  private static int columns(double width) {
    return (int) Math.max(1, Math.min(MOST_COLUMNS, (width + GAP) / (LEAST_WIDTH + GAP)));
  }
}
