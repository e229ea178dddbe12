package org.rhobust.plot;

/** The few sizes of text in a plot. */
enum TextStyle {
  TITLE(13, true),
  LABEL(12, false),
  SMALL(11, false);

  /** How far the baseline lies below the middle of digits and capitals, as a part of the size. */
  private static final double BASELINE = 0.36;

  private final double size;
  private final boolean bold;

  TextStyle(double size, boolean bold) {
    this.size = size;
    this.bold = bold;
  }

  double size() {
    return size;
  }

  boolean bold() {
    return bold;
  }

  double baseline(double middle) {
    return middle + BASELINE * size;
  }
}
