package org.rhobust.workbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.run.OtherProcess;
import org.rhobust.run.RunSample;
import org.rhobust.run.RunSummary;
import org.rhobust.run.RunSummary.State;
import org.rhobust.service.MetricColumns;
import org.rhobust.service.RunDetails;
import org.rhobust.service.RunState;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.TrainingMethod;
import org.rhobust.workbench.Selection;

class RunsModelTest {

  @TempDir private Path runs;

  private final Selection selection = new Selection();
  private final ObjectProperty<TrainingSnapshot> training =
      new SimpleObjectProperty<>(TrainingSnapshot.IDLE);
  private final ObjectProperty<Path> folder = new SimpleObjectProperty<>();
  private RunsModel model;

  @BeforeEach
  void look() throws IOException {
    RunSample.begin(runs.resolve("ccat-a"), TrainingMethod.CONFIDENCE_CALIBRATED, 12, 0).steps(4);
    RunSample.begin(runs.resolve("normal-b"), TrainingMethod.NORMAL, 12, 0).steps(2);
    folder.set(runs);
    model = new RunsModel(selection, folder, training, Runnable::run, Runnable::run);
    model.look();
  }

  @Test
  void theFilterIsAppliedAsItIsTyped() {
    assertThat(names()).containsExactlyInAnyOrder("ccat-a", "normal-b");
    model.wordsProperty().set("normal");
    assertThat(names()).containsExactly("normal-b");
    model.wordsProperty().set("");
    model.methodProperty().set("ccat");
    assertThat(names()).containsExactly("ccat-a");
  }

  @Test
  void aRenamedRunStaysSelectedAndItsCurvesShown() {
    selection.runProperty().set(runs.resolve("ccat-a"));
    model.showCurves(run("ccat-a"), true);

    model.rename(run("ccat-a"), "best");

    assertThat(names()).containsExactlyInAnyOrder("best", "normal-b");
    assertThat(selection.runProperty().get()).isEqualTo(runs.resolve("best"));
    assertThat(selection.shownRuns()).containsExactly(runs.resolve("best"));
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void aNameThatIsTakenIsTold() {
    model.rename(run("ccat-a"), "normal-b");
    assertThat(model.problemProperty().get()).contains("“normal-b” already");
    model.annotate(run("ccat-a"), "good");
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(run("ccat-a").note()).isEqualTo("good");
  }

  @Test
  void aDeletionIsUndone() {
    selection.runProperty().set(runs.resolve("ccat-a"));
    model.showCurves(run("ccat-a"), true);
    model.delete(run("ccat-a"));

    assertThat(names()).containsExactly("normal-b");
    assertThat(model.trash().deletedProperty().get()).contains("ccat-a");
    assertThat(model.trash().runsProperty().get()).hasSize(1);
    assertThat(selection.runProperty().get()).isNull();
    assertThat(selection.shownRuns()).isEmpty();

    model.trash().undoDelete();
    assertThat(names()).containsExactlyInAnyOrder("ccat-a", "normal-b");
    assertThat(model.trash().deletedProperty().get()).isEmpty();
    assertThat(selection.runProperty().get()).isEqualTo(runs.resolve("ccat-a"));
  }

  @Test
  void aRunInTrainingIsNeitherRenamedNorDeleted() {
    training.set(at(RunState.PAUSED));
    model.look();

    assertThat(run("ccat-a").state()).isEqualTo(State.RUNNING);
    model.rename(run("ccat-a"), "best");
    assertThat(model.problemProperty().get()).contains("in training: rename");
    model.delete(run("ccat-a"));
    assertThat(model.problemProperty().get()).contains("in training: delete");
    assertThat(runs.resolve("ccat-a")).exists();

    training.set(at(RunState.STOPPED));
    model.look();
    assertThat(run("ccat-a").state()).isEqualTo(State.STOPPED);
  }

  @Test
  void aRunThatAnotherProcessTrainsIsLeftToIt() throws IOException {
    try (OtherProcess other = OtherProcess.trainingIn(runs.resolve("ccat-a"))) {
      model.look();

      assertThat(run("ccat-a").state().word()).isEqualTo("elsewhere");
      assertThat(RunWords.facts(run("ccat-a"))).contains("another process trains it");
      model.delete(run("ccat-a"));
      assertThat(model.problemProperty().get()).contains("in training: delete");
      assertThat(runs.resolve("ccat-a")).exists();
    }
  }

  @Test
  void whetherAnotherMachineTrainsARunIsSaidToBeAGuess() throws IOException {
    RunSample.begin(runs.resolve("copied"), TrainingMethod.NORMAL, 12, 3)
        .steps(1)
        .touch(Instant.now());
    model.look();

    assertThat(run("copied").state().word()).isEqualTo("running?");
    assertThat(RunWords.facts(run("copied"))).contains("another machine may", "a guess", "30 s");
  }

  @Test
  void noRunIsMovedWhileOneIsAboutToGoOn() {
    RunSummary run = run("ccat-a");
    training.set(
        new TrainingSnapshot(
            RunState.PREPARING,
            "",
            null,
            null,
            0,
            0,
            0,
            0,
            0,
            MetricColumns.EMPTY,
            null,
            null,
            RunDetails.NONE));
    model.delete(run);
    assertThat(model.problemProperty().get()).contains("being prepared: delete");
    model.rename(run, "best");
    assertThat(runs.resolve("ccat-a")).exists();

    training.set(TrainingSnapshot.IDLE);
    model.delete(run);
    assertThat(runs.resolve("ccat-a")).doesNotExist();
  }

  @Test
  void anotherFolderIsShownAtOnce() throws IOException {
    Path other = runs.resolve("copied/here");
    RunSample.begin(other.resolve("far"), TrainingMethod.NORMAL, 1, 9);
    folder.set(other);
    assertThat(names()).containsExactly("far");
  }

  @Test
  void theCommandAndTheTableAreTakenAway() throws IOException {
    assertThat(model.command(run("normal-b")).join()).isEqualTo("train --seed 0");
    model.wordsProperty().set("normal");
    model.export(runs.resolve("table.csv"));
    assertThat(Files.readAllLines(runs.resolve("table.csv"))).hasSize(2);
  }

  private TrainingSnapshot at(RunState state) {
    return new TrainingSnapshot(
        state,
        "",
        runs.resolve("ccat-a"),
        null,
        4,
        4,
        2,
        1,
        1,
        MetricColumns.EMPTY,
        null,
        null,
        RunDetails.NONE);
  }

  private RunSummary run(String name) {
    return model.allProperty().get().runs().stream()
        .filter(run -> run.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names() {
    return model.shownProperty().get().runs().stream().map(RunSummary::name).toList();
  }
}
