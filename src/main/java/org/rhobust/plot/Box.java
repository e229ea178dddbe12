package org.rhobust.plot;

import javafx.geometry.Point2D;

/** A rectangle in pixels, y downwards. */
record Box(double x, double y, double width, double height) {

  double right() {
    return x + width;
  }

  double bottom() {
    return y + height;
  }

  double middleX() {
    return x + width / 2;
  }

  double middleY() {
    return y + height / 2;
  }

  boolean contains(Point2D point) {
    return point.getX() >= x
        && point.getX() <= right()
        && point.getY() >= y
        && point.getY() <= bottom();
  }
}
