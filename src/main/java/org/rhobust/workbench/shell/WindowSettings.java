package org.rhobust.workbench.shell;

import java.util.List;

/**
 * What the window remembers from one start to the next.
 *
 * @param theme {@code light} or {@code dark}; null to follow the system
 * @param view the last view's name; null for the first
 * @param width of the window in pixels; 0 for the usual
 * @param height of the window in pixels; 0 for the usual
 * @param maximized whether the window fills the screen
 * @param runs the folder of new runs; null for the usual
 * @param data the names of the user's own data sets; null for none
 * @param device {@code auto}, {@code cpu} or {@code gpu:n}; null for auto
 */
public record WindowSettings(
    String theme,
    String view,
    double width,
    double height,
    boolean maximized,
    String runs,
    List<String> data,
    String device) {

  /** Of the first start. */
  public static final WindowSettings NONE =
      new WindowSettings(null, null, 0, 0, false, null, null, null);

  /** The same with another theme. */
  public WindowSettings withDark(boolean dark) {
    return new WindowSettings(
        dark ? "dark" : "light", view, width, height, maximized, runs, data, device);
  }

  /** The same with another view. */
  public WindowSettings withView(String name) {
    return new WindowSettings(theme, name, width, height, maximized, runs, data, device);
  }

  /** The same with another size. */
  public WindowSettings withSize(double newWidth, double newHeight, boolean fills) {
    return new WindowSettings(theme, view, newWidth, newHeight, fills, runs, data, device);
  }

  /** The same with another folder of runs. */
  public WindowSettings withRuns(String folder) {
    return new WindowSettings(theme, view, width, height, maximized, folder, data, device);
  }

  /** The same with other data sets of the user's own. */
  public WindowSettings withData(List<String> names) {
    return new WindowSettings(
        theme, view, width, height, maximized, runs, List.copyOf(names), device);
  }

  /** The same with another device. */
  public WindowSettings withDevice(String name) {
    return new WindowSettings(theme, view, width, height, maximized, runs, data, name);
  }
}
