package org.rhobust.plot;

/** Paints a read-out as a small box beside its place, within the sheet. */
final class ReadoutPainter {

  private static final double LINE = 16;
  private static final double INSET = 8;
  private static final double OFFSET = 12;
  private static final double SWATCH = 14;

  private ReadoutPainter() {}

  static void paint(Sheet sheet, Box area, Readout readout, double pointerY) {
    Surface surface = sheet.surface();
    PlotTheme theme = sheet.theme();
    if (readout.guide()) {
      double px = Scale.crisp(readout.x());
      surface.line(
          px, area.y(), px, area.bottom(), Surface.Stroke.solid(theme.axis().withAlpha(0.7), 1));
    }
    for (Readout.Row row : readout.rows()) {
      row.dotY()
          .filter(y -> y >= area.y() && y <= area.bottom())
          .ifPresent(
              y ->
                  surface.dot(
                      readout.x(),
                      y,
                      3.5,
                      theme.color(row.role()),
                      Surface.Stroke.solid(theme.background(), 1.5)));
    }
    paintBox(sheet, readout, pointerY);
  }

  private static void paintBox(Sheet sheet, Readout readout, double pointerY) {
    Surface surface = sheet.surface();
    PlotTheme theme = sheet.theme();
    double width = surface.textWidth(readout.heading(), TextStyle.SMALL);
    for (Readout.Row row : readout.rows()) {
      width = Math.max(width, SWATCH + surface.textWidth(row.text(), TextStyle.SMALL));
    }
    width = Math.min(width + 2 * INSET, sheet.width() - 4);
    double room = width - 2 * INSET;
    double height = LINE * (1 + readout.rows().size()) + INSET;
    double x = readout.x() + OFFSET;
    if (x + width > sheet.width() - 2) {
      x = readout.x() - OFFSET - width;
    }
    x = Math.max(2, Math.min(sheet.width() - width - 2, x));
    double y = Math.max(2, Math.min(sheet.height() - height - 2, pointerY - height / 2));
    Box box = new Box(Scale.crisp(x), Scale.crisp(y), Math.rint(width), Math.rint(height));
    surface.rectangle(box, theme.background().mix(theme.text(), 0.06).withAlpha(0.96));
    surface.outline(box, Surface.Stroke.solid(theme.axis(), 1));
    double middle = box.y() + INSET / 2 + LINE / 2;
    double left = box.x() + INSET;
    line(sheet, fit(sheet, readout.heading(), room), left, middle, theme.mutedText());
    for (Readout.Row row : readout.rows()) {
      middle += LINE;
      surface.rectangle(new Box(left, middle - 4, 8, 8), theme.color(row.role()));
      line(sheet, fit(sheet, row.text(), room - SWATCH), left + SWATCH, middle, theme.text());
    }
  }

  /** Half a pixel more, since widths that fit exactly are rounded. */
  private static String fit(Sheet sheet, String text, double width) {
    return sheet.surface().fit(text, TextStyle.SMALL, width + 0.5);
  }

  private static void line(Sheet sheet, String text, double x, double middle, Rgb color) {
    double baseline = TextStyle.SMALL.baseline(middle);
    sheet.surface().text(text, x, baseline, TextStyle.SMALL, color, Surface.Align.LEFT);
  }
}
