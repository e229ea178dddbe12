package org.rhobust.plot;

/** Where a plot is painted. */
enum Medium {
  /** In a window: grips for what can be dragged, no caption. */
  SCREEN,
  /** Alone in a file: the caption, no grips. */
  FIGURE,
  /** A {@link Figure} in a file: its words are not cut, the page is as high as they need. */
  PAGE,
  /** As a panel of a {@link Figure}, which has a caption of its own: no caption, no grips. */
  PANEL
}
