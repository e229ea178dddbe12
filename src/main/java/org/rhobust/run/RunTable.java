package org.rhobust.run;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.StreamSupport;
import org.rhobust.data.AtomicFiles;
import org.rhobust.run.RunGroup.Spread;
import org.rhobust.threat.Digits;
import org.rhobust.threat.Norms;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.csv.CsvWriteOptions;
import tech.tablesaw.selection.Selection;
import tech.tablesaw.table.TableSlice;

/** Runs as a table, a row a run: to be filtered, grouped and taken away as CSV. */
public final class RunTable {

  private final List<RunSummary> runs;
  private final Table table;

  /** By what runs are grouped. */
  public enum Grouping {
    /** A line a method. */
    METHOD,
    /** A line a ρ. */
    RHO,
    /** A line a method and ρ. */
    METHOD_AND_RHO
  }

  private RunTable(List<RunSummary> runs, Table table) {
    this.runs = runs;
    this.table = table;
  }

  /** The table of these runs, in their order. */
  public static RunTable of(List<RunSummary> runs) {
    Table table =
        Table.create(
            "runs",
            text("name", runs, RunSummary::name),
            text("state", runs, run -> run.state().word()),
            text("method", runs, RunSummary::method),
            text("dataset", runs, RunSummary::dataset),
            text("network", runs, RunSummary::network),
            number("rho", runs, RunSummary::rho),
            text("norm", runs, RunSummary::norm),
            number("epsilon", runs, RunSummary::epsilon),
            seeds(runs),
            whole("steps", runs, RunSummary::steps),
            whole("total_steps", runs, RunSummary::totalSteps),
            whole("epochs", runs, RunSummary::epochs),
            number("seconds", runs, RunSummary::seconds),
            number("test_error", runs, RunSummary::error),
            number("robust_error_at_threshold", runs, RunSummary::robustError),
            number("threshold", runs, RunSummary::threshold),
            text("changes", runs, RunSummary::changes),
            text("changed", runs, run -> run.changed().toString()),
            text("note", runs, RunSummary::note));
    return new RunTable(List.copyOf(runs), table);
  }

  /** The runs, in the order of the rows. */
  public List<RunSummary> runs() {
    return runs;
  }

  /**
   * The runs that a person looks for.
   *
   * @param words each must occur in the name, the note, the data, the network, the state or the
   *     method, in capitals or not
   * @param method an id that must be the run's; empty for any
   */
  public RunTable filtered(String words, String method) {
    Selection kept = Selection.withRange(0, table.rowCount());
    for (String word : words.strip().split("\\s+")) {
      kept = kept.and(containing(word));
    }
    if (!method.isEmpty()) {
      kept = kept.and(table.stringColumn("method").isEqualTo(method));
    }
    List<RunSummary> left = Arrays.stream(kept.toArray()).mapToObj(runs::get).toList();
    return new RunTable(left, table.where(kept));
  }

  private Selection containing(String word) {
    Selection found = Selection.with();
    for (String column : List.of("name", "note", "dataset", "network", "state", "method")) {
      found =
          found.or(
              table.stringColumn(column).lowerCase().containsString(word.toLowerCase(Locale.ROOT)));
    }
    return found;
  }

  /**
   * Means over the seeds, in the order of method and ρ. Data, network, threat model, length and
   * what was changed while a run trained are always told apart, since a mean over them means
   * nothing; runs of which these are unknown are left out.
   */
  public List<RunGroup> grouped(Grouping by) {
    List<RunSummary> known = runs.stream().filter(run -> !run.method().isEmpty()).toList();
    if (known.size() < runs.size()) {
      return of(known).grouped(by);
    }
    if (runs.isEmpty()) {
      return List.of();
    }
    Table keyed = table.copy();
    keyed.addColumns(
        text("key", runs, run -> method(run, by) + "\t" + rho(run, by) + "\t" + setting(run)),
        IntColumn.indexColumn("row", runs.size(), 0));
    return StreamSupport.stream(keyed.splitOn("key").spliterator(), false)
        .map(slice -> group(slice, by))
        .sorted(
            Comparator.comparing(RunGroup::method)
                .thenComparingDouble(RunGroup::rho)
                .thenComparing(RunGroup::setting))
        .toList();
  }

  private RunGroup group(TableSlice slice, Grouping by) {
    Table rows = slice.asTable();
    RunSummary one = runs.get(rows.intColumn("row").get(0));
    return new RunGroup(
        method(one, by),
        rho(one, by),
        setting(one),
        rows.rowCount(),
        spread(rows.doubleColumn("test_error")),
        spread(rows.doubleColumn("robust_error_at_threshold")),
        spread(rows.doubleColumn("threshold")),
        spread(rows.doubleColumn("seconds")));
  }

  /**
   * Writes all columns as CSV, errors as shares in [0, 1].
   *
   * @throws org.rhobust.data.DataException when it cannot be written
   */
  public void writeCsv(Path file) {
    StringWriter text = new StringWriter();
    table.write().usingOptions(CsvWriteOptions.builder(text).build());
    AtomicFiles.writeString(file, text.toString());
  }

  private static Spread spread(DoubleColumn column) {
    DoubleColumn values = column.removeMissing();
    int count = values.size();
    return new Spread(
        count,
        count == 0 ? Double.NaN : values.mean(),
        count < 2 ? Double.NaN : values.standardDeviation());
  }

  private static String method(RunSummary run, Grouping by) {
    return by == Grouping.RHO ? "" : run.method();
  }

  private static double rho(RunSummary run, Grouping by) {
    return by == Grouping.METHOD ? Double.NaN : run.rho();
  }

  private static String setting(RunSummary run) {
    String threat =
        Double.isNaN(run.epsilon())
            ? ""
            : ", %s %s".formatted(symbol(run.norm()), Digits.brief(run.epsilon()));
    String changes = run.changes().isEmpty() ? "" : ", changed while it trained: " + run.changes();
    return String.format(
        Locale.ROOT,
        "%s, %s%s, %,d steps%s",
        run.dataset(),
        run.network(),
        threat,
        run.totalSteps(),
        changes);
  }

  private static String symbol(String norm) {
    return Norms.all().stream()
        .filter(known -> known.name().equals(norm))
        .map(known -> known.symbol())
        .findFirst()
        .orElse(norm);
  }

  private static StringColumn text(
      String name, List<RunSummary> runs, Function<RunSummary, String> value) {
    return StringColumn.create(name, runs.stream().map(value));
  }

  private static Column<?> number(
      String name, List<RunSummary> runs, ToDoubleFunction<RunSummary> value) {
    return DoubleColumn.create(name, runs.stream().mapToDouble(value).toArray());
  }

  private static Column<?> whole(
      String name, List<RunSummary> runs, ToIntFunction<RunSummary> value) {
    return IntColumn.create(name, runs.stream().mapToInt(value).toArray());
  }

  private static Column<?> seeds(List<RunSummary> runs) {
    LongColumn seeds = LongColumn.create("seed");
    runs.forEach(
        run -> {
          if (run.seed() == null) {
            seeds.appendMissing();
          } else {
            seeds.append(run.seed());
          }
        });
    return seeds;
  }
}
