package org.rhobust.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.attack.PgdObserver;
import org.rhobust.run.RunLock.Holder;
import org.rhobust.run.RunSummary.State;
import org.rhobust.training.TrainingMethod;

class RunLockTest {

  @TempDir private Path runs;
  private final RunScanner scanner = new RunScanner(Clock.systemUTC());
  private Path run;

  @BeforeEach
  void makeAQuietRun() throws IOException {
    run = runs.resolve("one");
    RunSample.begin(run, TrainingMethod.CONFIDENCE_CALIBRATED, 12, 0).steps(2);
  }

  @Test
  void oneProcessTrainsARunOnce() {
    RunLock first = RunLock.take(run);
    assertThat(state()).isEqualTo(State.RUNNING);
    // A look must not free what is held.
    assertThat(RunLock.holder(run)).isEqualTo(Holder.THIS_PROCESS);
    assertThatThrownBy(() -> RunLock.take(runs.resolve("./one")))
        .isInstanceOf(RunException.class)
        .hasMessageContainingAll("one is in training here already", "stop it first");
    first.close();

    assertThat(state()).isEqualTo(State.STOPPED);
    RunLock second = RunLock.take(run);
    first.close();
    assertThat(RunLock.holder(run)).isEqualTo(Holder.THIS_PROCESS);
    second.close();
    assertThat(run.resolve("train.lock")).doesNotExist();
  }

  @Test
  void whatAnotherProcessTrainsIsLeftAloneUntilItDies() throws IOException {
    assertThat(state()).isEqualTo(State.STOPPED);
    try (OtherProcess other = OtherProcess.trainingIn(run)) {
      assertThat(state()).isEqualTo(State.ELSEWHERE);
      assertThatThrownBy(() -> TrainingRun.resume(run, PgdObserver.none()))
          .isInstanceOf(RunException.class)
          .hasMessage(
              run.toRealPath()
                  + " is in training in another process: stop it there first, or wait until it ends");
      RunsFolder folder = new RunsFolder(runs);
      assertThatThrownBy(() -> folder.moveToTrash(run))
          .isInstanceOf(RunException.class)
          .hasMessage("“one” is in training: move it when it has ended");
      assertThatThrownBy(() -> folder.rename(run, "two")).isInstanceOf(RunException.class);
      assertThat(run.resolve("metrics.csv")).exists();
    }

    assertThat(state()).isEqualTo(State.STOPPED);
    RunLock.take(run).close();
  }

  @Test
  void aFileThatNobodyHoldsKeepsNobodyOut() throws IOException {
    Files.createFile(run.resolve("train.lock"));

    assertThat(state()).isEqualTo(State.STOPPED);
    RunLock.take(run).close();
    assertThat(run.resolve("train.lock")).doesNotExist();
  }

  private State state() {
    return scanner.scan(runs).runs().get(0).state();
  }
}
