package org.rhobust.plot;

import java.util.Comparator;
import java.util.List;

/**
 * Paints a read-out as a small box beside its place, within the sheet. Of more rows than there is
 * room for, those nearest to the pointer are shown.
 */
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
    paintBox(sheet, fitting(sheet, readout, pointerY), pointerY);
  }

  private static Readout fitting(Sheet sheet, Readout readout, double pointerY) {
    int most = (int) Math.max(2, (sheet.height() - 4 - INSET) / LINE - 1);
    int more = readout.rows().size() - (most - 1);
    if (more < 2) {
      return readout;
    }
    List<Readout.Row> nearest =
        readout.rows().stream()
            .sorted(
                Comparator.comparingDouble(row -> Math.abs(row.dotY().orElse(pointerY) - pointerY)))
            .limit(most - 1)
            .toList();
    List<Readout.Row> rows = readout.rows().stream().filter(nearest::contains).toList();
    return new Readout(
        readout.x(), readout.guide(), readout.heading(), rows, "+%d more".formatted(more));
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
    int lines = 1 + readout.rows().size() + (readout.more().isEmpty() ? 0 : 1);
    double height = LINE * lines + INSET;
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
    if (!readout.more().isEmpty()) {
      line(sheet, readout.more(), left + SWATCH, middle + LINE, theme.mutedText());
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
