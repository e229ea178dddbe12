package org.rhobust.run;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.rhobust.data.FileBytes;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** Reads {@code metrics.csv} back as a table. */
public final class MetricsTable {

  /** About ten million steps. */
  private static final long LARGEST_BYTES = 2_000_000_000L;

  /** What is read again and again while it grows: some hundred thousand steps. */
  private static final long LARGEST_GROWING_BYTES = 64L << 20;

  private MetricsTable() {}

  /**
   * The table of a run, with the columns of {@link MetricsFile#COLUMNS}; an empty cell is missing.
   *
   * @throws RunException when the file cannot be read or has other columns
   */
  public static Table read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new RunException(file + " is too large to be a run's metrics");
      }
      return read(file, reader);
    } catch (IOException e) {
      throw new RunException(file + " cannot be read as a run's metrics: " + e.getMessage(), e);
    }
  }

  /**
   * As {@link #read} of a file that another program may be writing: a last row without its end is
   * left out.
   */
  public static Table readGrowing(Path file) {
    String text = new String(FileBytes.read(file, LARGEST_GROWING_BYTES), StandardCharsets.UTF_8);
    return read(file, new StringReader(text.substring(0, text.lastIndexOf('\n') + 1)));
  }

  private static Table read(Path file, Reader reader) {
    try {
      ColumnType[] types = new ColumnType[MetricsFile.COLUMNS.size()];
      Arrays.fill(types, ColumnType.DOUBLE);
      Table table =
          Table.read()
              .usingOptions(
                  CsvReadOptions.builder(reader)
                      .columnTypes(types)
                      .locale(Locale.ROOT)
                      .missingValueIndicator("")
                      .build());
      if (!table.columnNames().equals(MetricsFile.COLUMNS)) {
        throw new RunException(file + " has other columns than a run's metrics");
      }
      return table;
    } catch (RunException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new RunException(file + " cannot be read as a run's metrics: " + e.getMessage(), e);
    }
  }

  /** The rows of a table from {@link #read}; NaN for a missing cell. */
  public static double[][] rows(Table table) {
    double[][] rows = new double[table.rowCount()][table.columnCount()];
    for (int c = 0; c < table.columnCount(); c++) {
      NumericColumn<?> column = table.numberColumn(c);
      for (int r = 0; r < rows.length; r++) {
        rows[r][c] = column.getDouble(r);
      }
    }
    return rows;
  }
}
