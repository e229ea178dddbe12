package org.rhobust.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The last whole row of a {@code metrics.csv}, however long the table is; it may be growing.
 *
 * @param steps done
 * @param seconds of training
 */
record MetricsEnd(int steps, double seconds) {

  static final MetricsEnd NONE = new MetricsEnd(0, Double.NaN);

  private static final int HEADER_BYTES = 4_096;
  private static final int END_BYTES = 8_192;

  /**
   * Reads it.
   *
   * @throws IOException when the file cannot be read or is no such table
   */
  static MetricsEnd read(Path file) throws IOException {
    try (RandomAccessFile table = new RandomAccessFile(file.toFile(), "r")) {
      String start = text(table, 0, HEADER_BYTES);
      int headerEnd = start.indexOf('\n');
      List<String> columns = List.of(start.substring(0, Math.max(0, headerEnd)).strip().split(","));
      if (!columns.contains("step") || !columns.contains("seconds")) {
        throw new IOException("it has no columns step and seconds");
      }
      long from = Math.max(headerEnd + 1L, table.length() - END_BYTES);
      String end = text(table, from, END_BYTES);
      int rowEnd = end.lastIndexOf('\n');
      if (rowEnd < 0) {
        return NONE;
      }
      String row = end.substring(end.lastIndexOf('\n', rowEnd - 1) + 1, rowEnd).strip();
      return of(row.split(",", -1), columns);
    }
  }

  private static MetricsEnd of(String[] cells, List<String> columns) throws IOException {
    try {
      int steps = Integer.parseInt(cells[columns.indexOf("step")]);
      double seconds = Double.parseDouble(cells[columns.indexOf("seconds")]);
      if (steps < 0 || !(seconds >= 0)) {
        throw new IOException("its last row is out of range");
      }
      return new MetricsEnd(steps, seconds);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new IOException("its last row is damaged", e);
    }
  }

  private static String text(RandomAccessFile file, long from, int most) throws IOException {
    byte[] bytes = new byte[(int) Math.max(0, Math.min(most, file.length() - from))];
    file.seek(from);
    file.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
