package org.rhobust.plot;

/** What painters paint on, how large it is in pixels, and how it should look. */
record Sheet(Surface surface, PlotTheme theme, double width, double height, Medium medium) {

  double padding() {
    return width < 320 || height < 200 ? 6 : 10;
  }
}
