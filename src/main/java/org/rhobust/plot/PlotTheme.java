package org.rhobust.plot;

/** The colours of a plot: lines reach a contrast of 3, text one of 4.5 against the background. */
public enum PlotTheme {
  /** On white paper. */
  LIGHT(0xFFFFFF, 0x24292F, 0x57606A, 0xE7EAED, 0x848D97, 0xF6F8FA, 0x1F5FA8, 0xB2182B),
  /** On a dark window. */
  DARK(0x0D1117, 0xE6EDF3, 0x9DA7B3, 0x21262D, 0x6E7681, 0x1F242B, 0x58A6FF, 0xFF7B54);

  private final Rgb background;
  private final Rgb text;
  private final Rgb mutedText;
  private final Rgb grid;
  private final Rgb axis;
  private final Rgb zero;
  private final Rgb negative;
  private final Rgb positive;

  PlotTheme(
      int background,
      int text,
      int mutedText,
      int grid,
      int axis,
      int zero,
      int negative,
      int positive) {
    this.background = Rgb.of(background);
    this.text = Rgb.of(text);
    this.mutedText = Rgb.of(mutedText);
    this.grid = Rgb.of(grid);
    this.axis = Rgb.of(axis);
    this.zero = Rgb.of(zero);
    this.negative = Rgb.of(negative);
    this.positive = Rgb.of(positive);
  }

  /** The colour that stands for a role. */
  public Rgb color(ColorRole role) {
    return role.on(this);
  }

  /** The colour behind everything. */
  public Rgb background() {
    return background;
  }

  /** The colour of titles and labels. */
  public Rgb text() {
    return text;
  }

  /** The colour of tick labels, captions and notes. */
  public Rgb mutedText() {
    return mutedText;
  }

  /** The colour of grid lines: decoration, fainter than anything that carries data. */
  public Rgb grid() {
    return grid;
  }

  /** The colour of axis lines. */
  public Rgb axis() {
    return axis;
  }

  /** The opacity of filled areas behind curves. */
  double pale() {
    return this == LIGHT ? 0.18 : 0.28;
  }

  /**
   * The colour of a signed value on a scale from −1 (negative) over 0 (neutral) to 1 (positive);
   * values beyond are shown as the end, NaN as neutral.
   */
  public Rgb diverging(double value) {
    if (Double.isNaN(value)) {
      return zero;
    }
    double share = Math.min(1, Math.abs(value));
    return zero.mix(value < 0 ? negative : positive, share);
  }
}
