package org.rhobust.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.run.RunGroup.Spread;
import org.rhobust.run.RunSummary.State;
import org.rhobust.run.RunTable.Grouping;
import tech.tablesaw.api.Table;

class RunTableTest {

  private static final double NONE = Double.NaN;

  private static final RunTable TABLE =
      RunTable.of(
          List.of(
              run("a", "ccat", 12, 0, 0.02, "baseline"),
              run("b", "ccat", 12, 1, 0.03, ""),
              run("c", "ccat", 12, 2, 0.07, "odd, \"quoted\""),
              run("d", "ccat", 1, 0, 0.05, ""),
              run("e", "ccat", 1, 1, NONE, "stopped early"),
              run("f", "normal", NONE, 0, 0.01, "Baseline")));

  @Test
  void groupsAreMeansWithDeviationsOverTheSeeds() {
    List<RunGroup> groups = TABLE.grouped(Grouping.METHOD_AND_RHO);

    assertThat(groups).extracting(RunGroup::method).containsExactly("ccat", "ccat", "normal");
    assertThat(groups).extracting(RunGroup::rho).containsExactly(1.0, 12.0, NONE);
    assertThat(groups).extracting(RunGroup::runs).containsExactly(2, 3, 1);
    Spread twelve = groups.get(1).error();
    assertThat(twelve.count()).isEqualTo(3);
    assertThat(twelve.mean()).isCloseTo(0.04, within(1e-12));
    // √((0.02² + 0.01² + 0.03²) / 2)
    assertThat(twelve.deviation()).isCloseTo(Math.sqrt(7e-4), within(1e-12));
    assertThat(groups.get(0).error()).isEqualTo(new Spread(1, 0.05, NONE));
    assertThat(groups.get(2).error()).isEqualTo(new Spread(1, 0.01, NONE));
    assertThat(groups.get(0).robustError()).isEqualTo(new Spread(0, NONE, NONE));
  }

  @Test
  void methodsOrRhosAloneAreToldApart() {
    assertThat(TABLE.grouped(Grouping.METHOD)).extracting(RunGroup::runs).containsExactly(5, 1);
    assertThat(TABLE.grouped(Grouping.RHO)).extracting(RunGroup::runs).containsExactly(2, 3, 1);
    assertThat(TABLE.grouped(Grouping.RHO)).extracting(RunGroup::method).containsOnly("");
    assertThat(RunTable.of(List.of()).grouped(Grouping.RHO)).isEmpty();
  }

  @Test
  void otherDataThreatsAndLengthsAreNeverAveraged() {
    RunSummary other = run("g", "ccat", 12, 0, 0.5, "");
    RunTable mixed =
        RunTable.of(
            List.of(
                TABLE.runs().get(0),
                with(other, "cifar10", 0.3, 4),
                with(other, "mnist", 0.1, 4),
                with(other, "mnist", 0.3, 2400)));

    assertThat(mixed.grouped(Grouping.METHOD_AND_RHO))
        .extracting(RunGroup::setting)
        .containsExactly(
            "cifar10, small, L∞ 0.3, 4 steps",
            "mnist, small, L∞ 0.1, 4 steps",
            "mnist, small, L∞ 0.3, 2,400 steps",
            "mnist, small, L∞ 0.3, 4 steps");
  }

  @Property(tries = 50)
  void theMeanAndDeviationAreThoseOfTheValues(
      @ForAll @Size(min = 2, max = 8) List<@DoubleRange(min = 0, max = 1) Double> errors) {
    List<RunSummary> runs =
        errors.stream().map(error -> run("r", "ccat", 12, 0, error, "")).toList();
    double mean = values(errors).average().orElseThrow();
    double squares = values(errors).map(x -> (x - mean) * (x - mean)).sum();

    Spread spread = RunTable.of(runs).grouped(Grouping.METHOD).get(0).error();

    assertThat(spread.count()).isEqualTo(errors.size());
    assertThat(spread.mean()).isCloseTo(mean, within(1e-9));
    assertThat(spread.deviation())
        .isCloseTo(Math.sqrt(squares / (errors.size() - 1)), within(1e-9));
  }

  private static DoubleStream values(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue);
  }

  @Test
  void theFilterFindsWordsInAnyColumnAndAMethod() {
    assertThat(names(TABLE.filtered("baseline", ""))).containsExactly("a", "f");
    assertThat(names(TABLE.filtered("BASE mnist", "normal"))).containsExactly("f");
    assertThat(names(TABLE.filtered("finished baseline", "ccat"))).containsExactly("a");
    assertThat(names(TABLE.filtered("  ", ""))).hasSize(6);
    assertThat(names(TABLE.filtered("no such", ""))).isEmpty();
    assertThat(names(TABLE.filtered("[(*", ""))).isEmpty();
    assertThat(names(RunTable.of(List.of()).filtered("x", "ccat"))).isEmpty();
  }

  @Test
  void theCsvIsReadBack(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("runs.csv");
    TABLE.filtered("", "ccat").writeCsv(file);

    Table read = Table.read().csv(Files.newBufferedReader(file));

    assertThat(read.rowCount()).isEqualTo(5);
    assertThat(read.stringColumn("note").get(2)).isEqualTo("odd, \"quoted\"");
    assertThat(read.doubleColumn("test_error").get(1)).isEqualTo(0.03);
    assertThat(read.doubleColumn("test_error").isMissing(4)).isTrue();
    assertThat(read.intColumn("seed").asList()).containsExactly(0, 1, 2, 0, 1);
  }

  private static List<String> names(RunTable table) {
    return table.runs().stream().map(RunSummary::name).toList();
  }

  private static RunSummary run(
      String name, String method, double rho, long seed, double error, String note) {
    return new RunSummary(
        Path.of("runs", name),
        Double.isNaN(error) ? State.STOPPED : State.FINISHED,
        method,
        "mnist",
        "small",
        rho,
        "linf",
        0.3,
        seed,
        4,
        4,
        2,
        3,
        error,
        NONE,
        0.5,
        "",
        RunSample.LONG_AGO,
        note,
        "");
  }

  private static RunSummary with(RunSummary run, String dataset, double epsilon, int totalSteps) {
    return new RunSummary(
        run.folder(),
        run.state(),
        run.method(),
        dataset,
        run.network(),
        run.rho(),
        run.norm(),
        epsilon,
        run.seed(),
        run.steps(),
        totalSteps,
        run.epochs(),
        run.seconds(),
        run.error(),
        run.robustError(),
        run.threshold(),
        run.changes(),
        run.changed(),
        run.note(),
        run.remark());
  }
}
