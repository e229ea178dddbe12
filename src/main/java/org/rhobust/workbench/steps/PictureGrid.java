package org.rhobust.workbench.steps;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Pictures of one size in rows of four, two or one, as the width allows. */
public final class PictureGrid extends Pane {

  private static final double GAP = 12;
  private static final double LEAST_WIDTH = 230;
  private static final double LEAST_HEIGHT = 200;
  private static final List<Integer> COLUMNS = List.of(4, 2);

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
    Insets around = getInsets();
    return rows * LEAST_HEIGHT + (rows - 1) * GAP + around.getTop() + around.getBottom();
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }

  @Override
  protected void layoutChildren() {
    List<Node> pictures = getManagedChildren();
    if (pictures.isEmpty()) {
      return;
    }
    int columns = columns(getWidth());
    int rows = rows(columns);
    double width = snapSizeX((getWidth() - (columns - 1) * GAP) / columns - 1);
    double height = snapSizeY((getHeight() - (rows - 1) * GAP) / rows - 1);
    for (int i = 0; i < pictures.size(); i++) {
      double x = snapPositionX(i % columns * (width + GAP));
      double y = snapPositionY(i / columns * (height + GAP));
      pictures.get(i).resizeRelocate(x, y, width, height);
    }
  }

  private static int columns(double width) {
    return COLUMNS.stream()
        .filter(columns -> width >= columns * LEAST_WIDTH + (columns - 1) * GAP)
        .findFirst()
        .orElse(1);
  }

  private int rows(int columns) {
    return Math.max(1, (getManagedChildren().size() + columns - 1) / columns);
  }
}
