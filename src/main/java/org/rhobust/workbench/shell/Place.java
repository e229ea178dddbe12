package org.rhobust.workbench.shell;

import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Where a window is on the screens, in pixels.
 *
 * @param x null where the system chooses
 * @param y null where the system chooses
 * @param width of the scene; 0 for the usual
 * @param height of the scene; 0 for the usual
 * @param maximized whether it fills its screen; the rest is then where it was before
 */
public record Place(Double x, Double y, double width, double height, boolean maximized) {

  /** Of the first start. */
  public static final Place USUAL = new Place(null, null, 0, 0, false);

  private static final double LARGEST = 100_000;
  private static final double MARGIN = 40;

  /** Leaves out what is no place. */
  public Place {
    boolean known = x != null && y != null && usable(x) && usable(y);
    x = known ? x : null;
    y = known ? y : null;
    width = width > 0 && usable(width) ? width : 0;
    height = height > 0 && usable(height) ? height : 0;
  }

  /** Puts a window there, unless no screen shows its title bar; its size is that of the scene. */
  void putBack(Stage stage) {
    if (x != null && !Screen.getScreensForRectangle(x + MARGIN, y, MARGIN, 1).isEmpty()) {
      stage.setX(x);
      stage.setY(y);
    }
    stage.setMaximized(maximized);
  }

  private static boolean usable(double pixels) {
    return Math.abs(pixels) <= LARGEST;
  }
}
