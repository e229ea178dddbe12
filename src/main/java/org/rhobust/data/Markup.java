package org.rhobust.data;

/** Text from anywhere as text of an XML, SVG or HTML document. */
public final class Markup {

  private static final int REPLACEMENT = 0xFFFD;

  private Markup() {}

  /**
   * The text with the signs of markup escaped, for between tags and for attributes in double
   * quotes. What XML 1.0 forbids even escaped, such as most control characters and lone surrogates,
   * becomes U+FFFD.
   */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(allowed(c) ? c : REPLACEMENT);
              }
            });
    return out.toString();
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
