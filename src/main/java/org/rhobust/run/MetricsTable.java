package org.rhobust.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** Reads {@code metrics.csv} back as a table. */
public final class MetricsTable {

  /** About ten million steps. */
  private static final long LARGEST_BYTES = 2_000_000_000L;

  private MetricsTable() {}

  /**
   * The table of a run, with the columns of {@link MetricsFile#COLUMNS}; an empty cell is missing.
   *
   * @throws RunException when the file cannot be read or has other columns
   */
  public static Table read(Path file) {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new RunException(file + " is too large to be a run's metrics");
      }
      ColumnType[] types = new ColumnType[MetricsFile.COLUMNS.size()];
      Arrays.fill(types, ColumnType.DOUBLE);
      Table table =
          Table.read()
              .usingOptions(
                  CsvReadOptions.builder(file.toFile())
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
    } catch (Exception e) {
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
