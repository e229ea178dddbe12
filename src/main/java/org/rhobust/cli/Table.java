package org.rhobust.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rhobust.data.Csv;

/** Rows of results as CSV or JSON. Numbers are written in full precision; null is an empty cell. */
final class Table {

  private final List<String> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  Table(String... columns) {
    this.columns = List.of(columns);
  }

  /** Adds a row of numbers, texts, booleans or nulls, one a column. */
  Table add(Object... values) {
    rows.add(Stream.of(values).collect(Collectors.toList()));
    return this;
  }

  /** Whether it has no row yet. */
  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The result of a command: CSV, or JSON where it was asked for. */
  String text(boolean json) {
    return json ? json() : csv();
  }

  /** A header and a line a row, texts quoted where they must be (RFC 4180). */
  String csv() {
    StringBuilder text = new StringBuilder(Csv.line(columns));
    rows.forEach(row -> text.append(Csv.line(row)));
    return text.toString();
  }

  /** An array of objects. */
  String json() {
    return gson().toJson(objects()) + "\n";
  }

  /** The only row, as an object. */
  String jsonOfOnlyRow() {
    return gson().toJson(objects().get(0)) + "\n";
  }

  private List<Map<String, Object>> objects() {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (List<Object> row : rows) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        object.put(columns.get(i), jsonValue(row.get(i)));
      }
      objects.add(object);
    }
    return objects;
  }

  private static Gson gson() {
    return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();
  }

  /** JSON has no NaN and no infinity. */
  private static Object jsonValue(Object value) {
    return value instanceof Number number && !Double.isFinite(number.doubleValue()) ? null : value;
  }
}
