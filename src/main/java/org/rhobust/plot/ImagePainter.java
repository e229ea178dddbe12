package org.rhobust.plot;

/** Paints pictures. */
final class ImagePainter {

  private static final double BAR_WIDTH = 10;
  private static final double BAR_ROOM = 64;
  private static final int BAR_LEVELS = 101;

  private ImagePainter() {}

  static Painted paint(ImagePlot plot, Sheet sheet, Box rest) {
    Pixels pixels = plot.pixels();
    boolean bar =
        pixels.signed() && pixels.channels() == 1 && rest.width() > 160 && rest.height() > 60;
    double room = rest.width() - (bar ? BAR_ROOM : 0);
    double zoom = Math.min(room / pixels.width(), rest.height() / pixels.height());
    // Whole screen pixels for every image pixel, so that all are equally large.
    zoom = zoom >= 1 ? Math.floor(zoom) : zoom;
    double width = zoom * pixels.width();
    double height = zoom * pixels.height();
    double left = Math.ceil(rest.x());
    double top = Math.ceil(rest.y());
    Box box = new Box(left, top, width, height);
    sheet.surface().image(pixels.argb(sheet.theme()), pixels.width(), pixels.height(), box);
    Box edge = new Box(left - 0.5, top - 0.5, width + 1, height + 1);
    sheet.surface().outline(edge, Surface.Stroke.solid(sheet.theme().grid(), 1));
    if (bar) {
      colorBar(sheet, box, pixels.limit());
    }
    return Painted.still(box);
  }

  private static void colorBar(Sheet sheet, Box image, double limit) {
    int[] levels = new int[BAR_LEVELS];
    for (int i = 0; i < BAR_LEVELS; i++) {
      levels[i] = sheet.theme().diverging(1 - 2.0 * i / (BAR_LEVELS - 1)).argb();
    }
    Box box = new Box(image.right() + 12, image.y(), BAR_WIDTH, image.height());
    sheet.surface().image(levels, 1, BAR_LEVELS, box);
    String brief = Numbers.brief(limit);
    label(sheet, "+" + brief, box, box.y() + 5);
    label(sheet, "0", box, box.middleY());
    label(sheet, "−" + brief, box, box.bottom() - 5);
  }

  private static void label(Sheet sheet, String text, Box bar, double middle) {
    double baseline = TextStyle.SMALL.baseline(middle);
    Rgb color = sheet.theme().mutedText();
    sheet
        .surface()
        .text(text, bar.right() + 5, baseline, TextStyle.SMALL, color, Surface.Align.LEFT);
  }
}
