package org.rhobust.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.run.QuickSettings;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.training.LiveSetting;
import org.rhobust.training.LiveSettings;
import org.rhobust.training.SettingChange;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/** A training that is told to stop later, or to go on with other settings. */
class ChangedTrainingTest {

  private static final int LONG_RUN_EPOCHS = 10_000;

  @TempDir private Path folder;

  private final ComputeThread compute = ComputeThread.get();
  private final TrainingService service = new TrainingService(compute, new ModelShelf(compute));

  @AfterEach
  void stop() throws Exception {
    service.stop();
    Waiting.until(() -> !service.snapshot().state().active());
  }

  @Test
  void stopsAtTheEndOfTheEpochAndGoesOnFromThere() throws Exception {
    CompletableFuture<TrainingSnapshot> rest = start(LONG_RUN_EPOCHS);
    Waiting.until(() -> service.snapshot().step() > 2);
    service.stopAfterEpoch(true);

    TrainingSnapshot end = rest.get(60, TimeUnit.SECONDS);

    assertThat(end.state()).isEqualTo(RunState.STOPPED);
    assertThat(end.step() % end.stepsPerEpoch()).isZero();
    assertThat(end.details().stopsAfterEpoch()).isFalse();
    service.resume(folder.resolve("run"));
    Waiting.until(() -> service.snapshot().step() > end.step() + end.stepsPerEpoch());
  }

  @Test
  void theStopAtTheEndOfTheEpochIsSeenAndTakenBack() throws Exception {
    start(LONG_RUN_EPOCHS);
    pause();

    service.stopAfterEpoch(true);
    Waiting.until(() -> service.snapshot().details().stopsAfterEpoch());
    service.stopAfterEpoch(false);
    Waiting.until(() -> !service.snapshot().details().stopsAfterEpoch());

    int step = service.snapshot().step();
    service.unpause();
    Waiting.until(() -> service.snapshot().step() > step + 4);
  }

  @Test
  void aChangeHoldsFromTheNextStepOn() throws Exception {
    start(LONG_RUN_EPOCHS);
    Waiting.until(() -> service.snapshot().step() > 2);
    service.change(new LiveSettings(3, 0.1, 4));
    Waiting.until(() -> !service.snapshot().details().changes().isEmpty());
    int from = service.snapshot().details().changes().get(0).step();
    Waiting.until(() -> service.snapshot().step() > from);

    TrainingSnapshot now = service.snapshot();
    assertThat(now.details().changes())
        .containsExactly(
            new SettingChange(from, LiveSetting.RHO, 12, 3),
            new SettingChange(from, LiveSetting.STEPS, 2, 4));
    assertThat(now.details().settings()).isEqualTo(new LiveSettings(3, 0.1, 4));
    double[] rho = now.metrics().column("rho");
    assertThat(rho[from - 2]).isEqualTo(12);
    assertThat(rho[from - 1]).isEqualTo(3);
    assertThat(now.details().attack().medians()).hasSizeBetween(3, 5);
  }

  @Test
  void aChangeWhilePausedIsToldAtOnceAndKeptByAStop() throws Exception {
    CompletableFuture<TrainingSnapshot> rest = start(LONG_RUN_EPOCHS);
    pause();
    int step = service.snapshot().step();
    service.change(new LiveSettings(6, 0.1, 2));
    Waiting.until(() -> service.snapshot().details().settings().rho() == 6);
    service.stop();
    rest.get(10, TimeUnit.SECONDS);

    service.resume(folder.resolve("run"));
    Waiting.until(() -> service.snapshot().step() > step);

    assertThat(service.snapshot().metrics().column("rho")[step]).isEqualTo(6);
  }

  @Test
  void tellsHowTheAttackWentAndWhatItCosts() throws Exception {
    TrainingSnapshot end = start(10).get(60, TimeUnit.SECONDS);

    RunDetails details = end.details();
    assertThat(details.attack().medians()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(details.attack().medians()[i])
          .isBetween(details.attack().lows()[i], details.attack().highs()[i]);
    }
    assertThat(details.stepsPerSecond()).isPositive();
    assertThat(details.memory().heap()).isPositive();
    assertThat(details.memory().gpu()).isEmpty();
  }

  private void pause() throws Exception {
    service.pause();
    Waiting.until(() -> service.snapshot().state() == RunState.PAUSED);
  }

  private CompletableFuture<TrainingSnapshot> start(int epochs) {
    TrainingSettings settings =
        QuickSettings.of(TrainingMethod.CONFIDENCE_CALIBRATED).toBuilder().epochs(epochs).build();
    return service.start(new TrainingRequest(settings, folder.resolve("run"), "cpu", 1, "test"));
  }
}
