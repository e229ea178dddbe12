package org.rhobust.plot;

/**
 * A straight dashed line with a label, for example a threshold.
 *
 * @param vertical whether it stands at an x value or lies at a y value
 * @param value that value, in data coordinates
 * @param label written beside it; may be empty
 * @param role its colour
 * @param draggable whether the user may move it (vertical ones only)
 */
public record Marker(
    boolean vertical, double value, String label, ColorRole role, boolean draggable) {

  /** A line standing at an x value. */
  public static Marker vertical(double x, String label, ColorRole role) {
    return new Marker(true, x, label, role, false);
  }

  /** A line lying at a y value. */
  public static Marker horizontal(double y, String label, ColorRole role) {
    return new Marker(false, y, label, role, false);
  }

  /** A line standing at an x value, which the user may drag ({@link PlotView#setOnDragX}). */
  public static Marker draggable(double x, String label, ColorRole role) {
    return new Marker(true, x, label, role, true);
  }
}
