package org.rhobust.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.attack.PgdObserver;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDirectory;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.training.LiveSettings;
import org.rhobust.training.TrainingMethod;

/** Runs of four steps, two an epoch, whose settings are changed before the third or fourth. */
@ExtendWith(OnComputeThread.class)
class ChangedRunTest {

  private static final LiveSettings OTHERS = new LiveSettings(3, 0.05, 4);

  @TempDir private Path folder;

  @Test
  void killedAfterTheChangeItEndsWithTheSameBytes() {
    Path whole = folder.resolve("whole");
    finish(changedBeforeStep(whole, 4));
    Path killed = folder.resolve("killed");
    // Step 4 and the change before it come after the epoch's checkpoint, and are lost.
    TrainingRun run = changedBeforeStep(killed, 4);
    run.advance();
    run.close();

    finish(TrainingRun.resume(killed, PgdObserver.none()));

    assertSameModel(killed, whole);
  }

  @Test
  void killedBetweenTheChangeAndItsStepItEndsWithTheSameBytes() {
    Path whole = folder.resolve("whole");
    finish(changedBeforeStep(whole, 3));
    Path killed = folder.resolve("killed");
    changedBeforeStep(killed, 3).close();

    finish(TrainingRun.resume(killed, PgdObserver.none()));

    assertSameModel(killed, whole);
  }

  @Test
  void theChangeIsWrittenDownAndMakesAnotherModel() throws IOException {
    Path plain = folder.resolve("plain");
    finish(begin(plain));
    Path changed = folder.resolve("changed");
    finish(changedBeforeStep(changed, 3));

    assertThat(changed.resolve("changes.csv"))
        .hasContent(
            """
            step,setting,before,after
            3,rho,12,3
            3,learning_rate,0.1,0.05
            3,steps,2,4
            """);
    assertThat(Files.readAllLines(changed.resolve("metrics.csv")))
        .filteredOn(row -> row.split(",")[4].equals("3.0"))
        .extracting(row -> row.split(",")[0])
        .containsExactly("3", "4");
    assertThat(Files.mismatch(weights(changed), weights(plain))).isNotNegative();
  }

  @Test
  void noCommandIsSaidToMakeTheModelAgain() {
    Path changed = folder.resolve("changed");
    finish(changedBeforeStep(changed, 3));

    ModelDescription model = ModelDirectory.read(changed.resolve("final")).description();

    assertThat(model.command()).isNull();
    assertThat(model.notes()).contains("ρ 12 → 3 at step 3", "Begun with: train --preset quick");
    assertThat(model.transition().rho()).isEqualTo(3);
  }

  @Test
  void aSmallerRateFromTheThirdStepIsTheSchedulesFactorOfIt() {
    try (TrainingRun run = begin(folder.resolve("run"))) {
      double first = run.advance().learningRate();
      run.change(new LiveSettings(12, 0.05, 2));
      double second = run.advance().learningRate();

      assertThat(first).isEqualTo(0.1);
      assertThat(second).isEqualTo(0.05 * (1 + Math.cos(Math.PI / 4)) / 2);
    }
  }

  @Test
  void refusesADamagedRecordOfChanges() throws IOException {
    Path run = folder.resolve("run");
    changedBeforeStep(run, 3).close();
    for (String row : new String[] {"3,rho,12", "3,rho,12,-1", "3,epsilon,1,2", "x,rho,12,3"}) {
      Files.writeString(run.resolve("changes.csv"), "step,setting,before,after\n" + row + "\n");

      assertThatThrownBy(() -> TrainingRun.resume(run, PgdObserver.none()))
          .isInstanceOf(RunException.class)
          .hasMessageContainingAll("changes.csv", "damaged")
          .message()
          .hasLineCount(1);
    }
  }

  private static TrainingRun changedBeforeStep(Path folder, int step) {
    TrainingRun run = begin(folder);
    while (run.step() < step - 1) {
      run.advance();
    }
    run.change(OTHERS);
    return run;
  }

  private static TrainingRun begin(Path folder) {
    return TrainingRun.begin(
        folder,
        QuickSettings.of(TrainingMethod.CONFIDENCE_CALIBRATED),
        "cpu",
        1,
        "train --preset quick",
        PgdObserver.none());
  }

  private static void finish(TrainingRun run) {
    try (run) {
      while (!run.finished()) {
        run.advance();
      }
      run.finish(() -> {});
    }
  }

  private static void assertSameModel(Path one, Path other) {
    assertThat(weights(one)).hasSameBinaryContentAs(weights(other));
    assertThat(one.resolve("changes.csv")).hasSameTextualContentAs(other.resolve("changes.csv"));
  }

  private static Path weights(Path run) {
    return run.resolve("final/weights.safetensors");
  }
}
