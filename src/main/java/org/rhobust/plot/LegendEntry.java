package org.rhobust.plot;

/** A name with the symbol that stands for it in the plot. */
record LegendEntry(String name, ColorRole role, Symbol symbol) {

  static final double HEIGHT = 17;
  static final double SYMBOL_WIDTH = 16;
  private static final double GAP = 5;

  enum Symbol {
    LINE,
    DASHES,
    AREA,
    BAND,
    DOT,
    RING,
    OUTLINE
  }

  double width(Surface surface) {
    return SYMBOL_WIDTH + GAP + surface.textWidth(name, TextStyle.LABEL);
  }

  void paint(Sheet sheet, double x, double y) {
    Surface surface = sheet.surface();
    Rgb color = sheet.theme().color(role);
    double middle = y + HEIGHT / 2;
    Box square = new Box(x + 0.5, Math.floor(middle) - 5 + 0.5, 11, 10);
    Surface.Stroke thin = Surface.Stroke.solid(color, 1.5);
    switch (symbol) {
      case LINE ->
          surface.line(x, middle, x + SYMBOL_WIDTH, middle, Surface.Stroke.solid(color, 2.5));
      case DASHES ->
          surface.line(x, middle, x + SYMBOL_WIDTH, middle, Surface.Stroke.dashed(color, 2.5));
      case AREA -> surface.rectangle(square, color);
      case BAND -> surface.rectangle(square, color.withAlpha(sheet.theme().pale()));
      case DOT -> surface.dot(x + SYMBOL_WIDTH / 2, middle, 3.5, color, thin);
      case RING -> surface.dot(x + SYMBOL_WIDTH / 2, middle, 3.5, sheet.theme().background(), thin);
      case OUTLINE -> surface.outline(square, Surface.Stroke.dashed(color, 1));
    }
    double textX = x + SYMBOL_WIDTH + GAP;
    double baseline = TextStyle.LABEL.baseline(middle);
    Rgb text = sheet.theme().text();
    surface.text(name, textX, baseline, TextStyle.LABEL, text, Surface.Align.LEFT);
  }
}
