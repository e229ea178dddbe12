package org.rhobust.plot;

/** Where a plot is painted. */
enum Medium {
  /** In a window: grips for what can be dragged, no caption. */
  SCREEN,
  /** In a file: the caption, no grips. */
  FIGURE
}
