package org.rhobust.model;

/** Text from a file, made fit for a one-line message. */
final class JsonText {

  private static final int LONGEST = 60;

  private JsonText() {}

  /** In quotation marks, without control characters, cut to 60 characters. */
  static String quote(String text) {
    return "\"" + printable(text) + "\"";
  }

  /** As {@link #quote}, without the marks. */
  static String printable(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return start.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
  }
}
