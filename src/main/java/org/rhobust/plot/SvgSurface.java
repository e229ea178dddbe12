package org.rhobust.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.Locale;
import org.rhobust.data.Markup;

/** An SVG document as a surface. Needs no toolkit and gives the same bytes on every machine. */
final class SvgSurface implements Surface {

  private static final String FONT =
      "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";

  private static final int MOST_ZOOM = 32;

  private final StringBuilder body = new StringBuilder();
  private final double width;
  private final double height;
  private int clips;

  SvgSurface(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** The finished document; the title and description are for screen readers. */
  String document(String title, String description) {
    String size = num(width) + "\" height=\"" + num(height);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + size
        + "\" viewBox=\"0 0 "
        + num(width)
        + " "
        + num(height)
        + "\" role=\"img\" font-family=\""
        + FONT
        + "\">\n<title>"
        + Markup.escape(title)
        + "</title>\n<desc>"
        + Markup.escape(description)
        + "</desc>\n"
        + body
        + "</svg>\n";
  }

  private static String num(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private void tag(String format, Object... parts) {
    body.append(String.format(Locale.ROOT, format, parts)).append('\n');
  }

  private static String fill(Rgb color) {
    String opacity = color.alpha() < 1 ? "\" fill-opacity=\"" + num(color.alpha()) : "";
    return "fill=\"" + color.hex() + opacity + "\"";
  }

  private static String stroke(Stroke stroke) {
    Rgb color = stroke.color();
    return "stroke=\""
        + color.hex()
        + "\" stroke-width=\""
        + num(stroke.width())
        + "\""
        + (color.alpha() < 1 ? " stroke-opacity=\"" + num(color.alpha()) + "\"" : "")
        + (stroke.dashed() ? " stroke-dasharray=\"5 4\"" : "");
  }

  private static String points(double[] xs, double[] ys) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < xs.length; i++) {
      points.append(i == 0 ? "" : " ").append(num(xs[i])).append(',').append(num(ys[i]));
    }
    return points.toString();
  }

  private static String box(Box box) {
    return String.format(
        "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"",
        num(box.x()), num(box.y()), num(box.width()), num(box.height()));
  }

  /** An estimate a little above the widths of common sans-serif fonts, so that nothing is cut. */
  @Override
  public double textWidth(String text, TextStyle style) {
    double ems = text.codePoints().mapToDouble(SvgSurface::ems).sum();
    return ems * style.size() * (style.bold() ? 1.08 : 1);
  }

  private static double ems(int c) {
    if ("iljI.,:;|'! ()[]tfr".indexOf(c) >= 0) {
      return 0.36;
    }
    if ("mwMW@%…".indexOf(c) >= 0) {
      return 0.95;
    }
    return Character.isUpperCase(c) ? 0.7 : 0.62;
  }

  @Override
  public void line(double x1, double y1, double x2, double y2, Stroke stroke) {
    tag(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" %s/>",
        num(x1), num(y1), num(x2), num(y2), stroke(stroke));
  }

  @Override
  public void polyline(double[] xs, double[] ys, Stroke stroke) {
    tag(
        "<polyline points=\"%s\" fill=\"none\" stroke-linejoin=\"round\" %s/>",
        points(xs, ys), stroke(stroke));
  }

  @Override
  public void polygon(double[] xs, double[] ys, Rgb fill) {
    tag("<polygon points=\"%s\" %s/>", points(xs, ys), fill(fill));
  }

  @Override
  public void rectangle(Box box, Rgb fill) {
    tag("<rect %s %s/>", box(box), fill(fill));
  }

  @Override
  public void outline(Box box, Stroke stroke) {
    tag("<rect %s fill=\"none\" %s/>", box(box), stroke(stroke));
  }

  @Override
  public void dot(double x, double y, double radius, Rgb fill, Stroke stroke) {
    tag(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s %s/>",
        num(x), num(y), num(radius), fill(fill), stroke(stroke));
  }

  @Override
  public void text(String text, double x, double y, TextStyle style, Rgb color, Align align) {
    String place = String.format("x=\"%s\" y=\"%s\"", num(x), num(y));
    String anchor =
        switch (align) {
          case LEFT -> "start";
          case CENTER -> "middle";
          case RIGHT -> "end";
        };
    words(text, place, style, color, anchor);
  }

  @Override
  public void textUpwards(String text, double x, double y, TextStyle style, Rgb color) {
    String place = String.format("transform=\"translate(%s %s) rotate(-90)\"", num(x), num(y));
    words(text, place, style, color, "middle");
  }

  private void words(String text, String place, TextStyle style, Rgb color, String anchor) {
    tag(
        "<text %s font-size=\"%s\"%s text-anchor=\"%s\" %s>%s</text>",
        place,
        num(style.size()),
        style.bold() ? " font-weight=\"bold\"" : "",
        anchor,
        fill(color),
        Markup.escape(text));
  }

  @Override
  public void image(int[] argb, int width, int height, Box target) {
    // Viewers that do not know "pixelated" would blur small images, so they come magnified.
    int zoom = (int) Math.max(1, Math.min(MOST_ZOOM, Math.ceil(target.width() / width)));
    int[] large = magnify(argb, width, height, zoom);
    byte[] png = PngBytes.of(large, zoom * width, zoom * height);
    String data = Base64.getEncoder().encodeToString(png);
    tag(
        "<image %s preserveAspectRatio=\"none\" image-rendering=\"optimizeSpeed\""
            + " style=\"image-rendering:pixelated\" href=\"data:image/png;base64,%s\"/>",
        box(target), data);
  }

  private static int[] magnify(int[] argb, int width, int height, int zoom) {
    int[] large = new int[argb.length * zoom * zoom];
    int wide = width * zoom;
    for (int i = 0; i < large.length; i++) {
      large[i] = argb[i / wide / zoom * width + i % wide / zoom];
    }
    return large;
  }

  @Override
  public void clipped(Box box, Runnable drawing) {
    clips++;
    tag("<clipPath id=\"clip%d\"><rect %s/></clipPath>", clips, box(box));
    tag("<g clip-path=\"url(#clip%d)\">", clips);
    drawing.run();
    tag("</g>");
  }

  @Override
  public void moved(double dx, double dy, Runnable drawing) {
    tag("<g transform=\"translate(%s %s)\">", num(dx), num(dy));
    drawing.run();
    tag("</g>");
  }
}
