package org.rhobust.workbench.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.run.RobustMeasurement;
import org.rhobust.run.RobustTest;
import org.rhobust.run.RunSample;
import org.rhobust.run.RunScanner;
import org.rhobust.run.RunSummary;
import org.rhobust.run.RunsFolder;
import org.rhobust.threat.ThreatModel;
import org.rhobust.training.TrainingMethod;
import org.rhobust.workbench.Samples;
import org.rhobust.workbench.controls.ModelTests.Measured;
import org.rhobust.workbench.controls.ModelTests.Subject;

class MeasureModelTest {

  @TempDir private Path runs;

  private final CompletableFuture<BatteryResult> attack = new CompletableFuture<>();
  private MeasureModel model;
  private RunSummary run;
  private int kept;

  @BeforeEach
  void begin() throws IOException {
    RunSample.begin(runs.resolve("one"), TrainingMethod.NORMAL, 1, 3);
    run = new RunScanner(Clock.systemUTC()).scan(runs).runs().get(0);
    RobustTest test = new RobustTest(Samples.images(40), ThreatModel.reference(1), 4);
    model =
        new MeasureModel(
            path ->
                CompletableFuture.completedFuture(new Subject(Samples.model("net", false), test)),
            (subject, progress) -> attack.thenApply(result -> new Measured(subject, result)),
            Runnable::run,
            Runnable::run,
            () -> kept++);
    model.measure(run);
  }

  @Test
  void keepsWhatItFindsWithTheRun() {
    attack.complete(Samples.battery());

    assertThat(RobustMeasurement.read(run.folder())).isPresent();
    assertThat(model.wordsProperty().get()).startsWith("one: RErr(τ)").endsWith(".");
    assertThat(kept).isEqualTo(1);
  }

  @Test
  void tellsWhenTheRunIsGoneMeanwhileAndMakesNoFolder() {
    new RunsFolder(runs).moveToTrash(run.folder());
    attack.complete(Samples.battery());

    assertThat(model.wordsProperty().get()).contains("RErr(τ)", "not kept", "not there any more");
    assertThat(run.folder()).doesNotExist();
    assertThat(kept).isZero();
  }
}
