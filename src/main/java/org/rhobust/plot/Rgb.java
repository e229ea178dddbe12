package org.rhobust.plot;

import java.util.Locale;

/**
 * A colour in sRGB.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 * @param alpha opacity, 0 (clear) to 1 (opaque)
 */
public record Rgb(int red, int green, int blue, double alpha) {

  /** The opaque colour of a {@code 0xRRGGBB} number. */
  public static Rgb of(int rrggbb) {
    return new Rgb(rrggbb >> 16 & 0xFF, rrggbb >> 8 & 0xFF, rrggbb & 0xFF, 1);
  }

  /** This colour with another opacity (0 to 1). */
  public Rgb withAlpha(double opacity) {
    return new Rgb(red, green, blue, opacity);
  }

  /** The colour at {@code share} (0 to 1) of the way from this one to {@code other}, opaque. */
  public Rgb mix(Rgb other, double share) {
    return new Rgb(
        between(red, other.red, share),
        between(green, other.green, share),
        between(blue, other.blue, share),
        1);
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  /** {@code #rrggbb}, without the opacity. */
  public String hex() {
    return String.format(Locale.ROOT, "#%06x", rgb());
  }

  /** The colour as an opaque {@code 0xAARRGGBB} pixel. */
  int argb() {
    return 0xFF000000 | rgb();
  }

  private int rgb() {
    return red << 16 | green << 8 | blue;
  }

  /**
   * The contrast ratio, 1 to 21, of two opaque colours (WCAG 2.1, "contrast ratio"): 3 is enough
   * for lines and areas, 4.5 for text.
   */
  public double contrast(Rgb other) {
    double mine = luminance();
    double theirs = other.luminance();
    return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
