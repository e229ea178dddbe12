package org.rhobust.data;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180), with a line feed after each row. */
public final class Csv {

  private Csv() {}

  /** One row; null is an empty cell, and texts are quoted where they must be. */
  public static String line(List<?> values) {
    return values.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(Object value) {
    String text = value == null ? "" : value.toString();
    return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
