package org.rhobust.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.run.RunSummary.State;
import org.rhobust.training.TrainingMethod;

class RunScannerTest {

  private static final Instant NOW = RunSample.LONG_AGO.plus(Duration.ofDays(1));

  @TempDir private Path runs;

  private final RunScanner scanner = new RunScanner(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void tellsWhatAFinishedRunSays() throws IOException {
    begin("one", 5, 7).steps(4).finish(0.02);
    Files.writeString(runs.resolve("one/note.txt"), "the good one\n");

    RunSummary run = one();

    assertThat(run.name()).isEqualTo("one");
    assertThat(run.state()).isEqualTo(State.FINISHED);
    assertThat(run.method()).isEqualTo("ccat");
    assertThat(run.dataset()).isEqualTo("mnist");
    assertThat(run.rho()).isEqualTo(5);
    assertThat(run.norm()).isEqualTo("linf");
    assertThat(run.epsilon()).isEqualTo(0.3);
    assertThat(run.seed()).isEqualTo(7);
    assertThat(run.steps()).isEqualTo(4).isEqualTo(run.totalSteps());
    assertThat(run.epochs()).isEqualTo(2);
    assertThat(run.seconds()).isEqualTo(2);
    assertThat(run.error()).isEqualTo(0.02);
    assertThat(run.threshold()).isEqualTo(0.75);
    assertThat(run.robustError()).isNaN();
    assertThat(run.changed()).isEqualTo(RunSample.LONG_AGO);
    assertThat(run.note()).isEqualTo("the good one");
    assertThat(run.remark()).isEmpty();
  }

  @Test
  void aRunThatWasChangedWhileItTrainedIsNoRepetitionOfTheOthers() throws IOException {
    begin("one", 12, 1).steps(4).finish(0.02);
    begin("two", 12, 2).steps(4).finish(0.04);
    assertThat(scanner.scan(runs).runs()).extracting(RunSummary::changes).containsOnly("");

    Files.writeString(runs.resolve("two/changes.csv"), "step,setting,before,after\n2,rho,12,1\n");
    RunTable table = RunTable.of(scanner.scan(runs).runs());

    assertThat(table.runs())
        .extracting(RunSummary::changes)
        .containsExactlyInAnyOrder("", "ρ 12 → 1 at step 2");
    assertThat(table.grouped(RunTable.Grouping.METHOD_AND_RHO))
        .extracting(RunGroup::runs)
        .containsExactly(1, 1);

    Files.writeString(runs.resolve("two/changes.csv"), "2,rho,12,half");
    assertThat(scanner.scan(runs).runs())
        .extracting(RunSummary::remark)
        .anyMatch(remark -> remark.contains("changes.csv cannot be read"));
  }

  @Test
  void aRobustErrorThatWasMeasuredIsShown() throws IOException {
    begin("one", 5, 7).steps(4).finish(0.02);
    new RobustMeasurement(0.125, 0.75, 500, 1000, "pgd").write(runs.resolve("one"));

    assertThat(one().robustError()).isEqualTo(0.125);
    assertThat(RobustMeasurement.read(runs.resolve("one")).orElseThrow().attack()).isEqualTo("pgd");
  }

  @Test
  void normalTrainingHasNoRhoAndNoThreat() throws IOException {
    RunSample.begin(runs.resolve("one"), TrainingMethod.NORMAL, 5, 0).steps(2);

    RunSummary run = one();

    assertThat(run.rho()).isNaN();
    assertThat(run.epsilon()).isNaN();
    assertThat(run.norm()).isEmpty();
  }

  @Test
  void aRunOfWhichNothingWasHeardIsStoppedAndAFreshOneMayBeRunning() throws IOException {
    begin("quiet", 5, 0).steps(2).touch(NOW.minusSeconds(60));
    begin("alive", 5, 0).steps(2).touch(NOW.minusSeconds(10));

    assertThat(scanner.scan(runs).runs())
        .extracting(RunSummary::name, RunSummary::state)
        .containsExactly(tuple("alive", State.GROWING), tuple("quiet", State.STOPPED));
  }

  @Test
  void aGrowingRunIsFollowed() throws IOException {
    begin("one", 5, 0).steps(1);
    assertThat(one().steps()).isEqualTo(1);

    begin("one", 5, 0).steps(3);
    assertThat(one().steps()).isEqualTo(3);
  }

  @Test
  void aRowThatIsBeingWrittenDoesNotCount() throws IOException {
    begin("one", 5, 0).steps(2);
    Files.writeString(runs.resolve("one/metrics.csv"), "3,1,1.5,0.", StandardOpenOption.APPEND);

    assertThat(one().steps()).isEqualTo(2);
    assertThat(one().remark()).isEqualTo("there is no checkpoint yet, so it would begin again");
  }

  @Test
  void theEndOfALongTableIsFound() throws IOException {
    begin("one", 5, 0).steps(20_000);

    assertThat(one().steps()).isEqualTo(20_000);
    assertThat(one().seconds()).isEqualTo(10_000);
  }

  @ParameterizedTest
  @CsvSource({
    "config.json, '', DAMAGED",
    "config.json, '{', DAMAGED",
    "config.json, 'null', DAMAGED",
    "config.json, '[1, 2]', DAMAGED",
    "config.json, '{\"device\": \"cpu\", \"threads\": 1, \"settings\": {}}', DAMAGED",
    "metrics.csv, '', STOPPED",
    "metrics.csv, 'a,b', STOPPED",
    "metrics.csv, 'step,seconds\n-1,2\n', STOPPED",
    "metrics.csv, 'step,seconds\nx,2\n', STOPPED",
    "metrics.csv, 'step,seconds\n3\n', STOPPED",
    "final/model.json, '{', STOPPED",
    "robust-error.json, '{\"robustError\": 7}', STOPPED",
  })
  void aDamagedFileIsNamedAndTheRestIsRead(String file, String text, State state)
      throws IOException {
    begin("one", 5, 0).steps(2);
    Path damaged = runs.resolve("one").resolve(file);
    Files.createDirectories(damaged.getParent());
    Files.writeString(damaged, text);
    begin("one-more", 5, 0);

    RunSummary run = named("one");

    assertThat(named("one-more").state()).isEqualTo(State.STOPPED);
    assertThat(run.remark()).contains(file).doesNotContain("\n");
    assertThat(run.steps()).isEqualTo(file.equals("metrics.csv") ? 0 : 2);
    assertThat(run.method()).isEqualTo(file.equals("config.json") ? "" : "ccat");
    assertThat(run.state()).isEqualTo(state);
  }

  @Test
  void aConfigurationWithoutItsOptimiserIsDamaged() throws IOException {
    begin("one", 5, 0).steps(2);
    Path config = runs.resolve("one/config.json");
    Files.writeString(config, Files.readString(config).replace("\"optimiser\"", "\"other\""));

    assertThat(one().state()).isEqualTo(State.DAMAGED);
    assertThat(one().remark()).contains("config.json is damaged: optimiser is null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"config.json", "metrics.csv"})
  void aMissingFileIsNamed(String file) throws IOException {
    begin("one", 5, 0).steps(4).finish(0.1);
    Files.delete(runs.resolve("one").resolve(file));

    assertThat(one().remark()).contains(file + " is missing");
    assertThat(one().state()).isEqualTo(State.FINISHED);
    assertThat(one().error()).isEqualTo(0.1);
  }

  @Test
  void filesOfAStrangerAreBounded() throws IOException {
    begin("one", 5, 0);
    Files.writeString(runs.resolve("one/config.json"), " ".repeat(2_000_000));
    Files.write(runs.resolve("one/note.txt"), "n".repeat(50_000).getBytes(StandardCharsets.UTF_8));

    assertThat(one().state()).isEqualTo(State.DAMAGED);
    assertThat(one().note()).isEmpty();
    assertThat(one().remark()).contains("longer than", "note.txt cannot be read");
  }

  @Test
  void otherFoldersAndTheTrashAreNoRuns() throws IOException {
    Files.createDirectories(runs.resolve("pictures"));
    Files.writeString(runs.resolve("notes.txt"), "x");
    RunSample.begin(runs.resolve(".trash/old"), TrainingMethod.NORMAL, 1, 0);
    RunSample.begin(runs.resolve(".hidden"), TrainingMethod.NORMAL, 1, 0);

    assertThat(scanner.scan(runs).runs()).isEmpty();
    assertThat(scanner.scan(runs.resolve("missing")).runs()).isEmpty();
    assertThat(scanner.scan(runs.resolve("notes.txt")).remark()).contains("cannot be read");
  }

  private RunSample begin(String name, double rho, long seed) throws IOException {
    return RunSample.begin(runs.resolve(name), TrainingMethod.CONFIDENCE_CALIBRATED, rho, seed);
  }

  private RunSummary one() {
    assertThat(scanner.scan(runs).runs()).hasSize(1);
    return scanner.scan(runs).runs().get(0);
  }

  private RunSummary named(String name) {
    return scanner.scan(runs).runs().stream()
        .filter(run -> run.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
