package org.rhobust.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rhobust.attack.PgdSettings;
import org.rhobust.attack.PgdStep;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.model.ModelDirectory;
import org.rhobust.run.QuickSettings;
import org.rhobust.run.RunLock;
import org.rhobust.run.TimeEstimate;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

class TrainingServiceTest {

  private static final ImageSet TEST = DataSets.get("mnist").test();
  private static final PgdSettings ATTACK =
      new PgdSettings("linf", 0.3, 6, 0.1, 0.9, 1.5, "confidence", null, "zero", 1);
  private static final int LONG_RUN_EPOCHS = 10_000;

  @TempDir private Path folder;

  private final ComputeThread compute = ComputeThread.get();
  private final ModelShelf models = new ModelShelf(compute);
  private final TrainingService service = new TrainingService(compute, models);
  private final Inspection inspection = new Inspection(compute, models);

  /** The folder is deleted after this: nothing may still write to it. */
  @AfterEach
  void stop() throws Exception {
    service.stop();
    Waiting.until(() -> !service.snapshot().state().active());
  }

  @Test
  void trainsToTheEndAndKeepsTheModelOpen() throws Exception {
    TrainingSnapshot end = start(2).get(60, TimeUnit.SECONDS);

    assertThat(end.state()).isEqualTo(RunState.FINISHED);
    assertThat(end.step()).isEqualTo(end.totalSteps()).isEqualTo(4);
    assertThat(end.metrics().size()).isEqualTo(4);
    assertThat(end.metrics().column("step")).startsWith(1, 2, 3, 4);
    assertThat(end.probe().sample().attacked()).hasSize(Inspection.GLIMPSED);
    assertThat(ModelDirectory.read(folder.resolve("run/final")).weights()).isNotEmpty();
    assertThat(askForSteps(ModelShelf.LIVE).get(10, TimeUnit.SECONDS).restarts().get(0).steps())
        .hasSize(7);
  }

  @Test
  void theNewestQuestionForTheTimeIsAnswered() throws Exception {
    TrainingSettings settings = QuickSettings.of(TrainingMethod.CONFIDENCE_CALIBRATED);

    CompletableFuture<TimeEstimate> first =
        service.estimate(settings.toBuilder().steps(10_000).build(), "cpu");
    CompletableFuture<TimeEstimate> second = service.estimate(settings, "cpu");

    assertThat(second.get(60, TimeUnit.SECONDS).steps()).isEqualTo(4);
    assertThat(first).isCancelled();
  }

  @Test
  void aTrainingDoesNotWaitForATrial() throws Exception {
    TrainingSettings settings = QuickSettings.of(TrainingMethod.CONFIDENCE_CALIBRATED);
    CompletableFuture<TimeEstimate> trial =
        service.estimate(settings.toBuilder().steps(10_000).build(), "cpu");

    TrainingSnapshot end = start(2).get(60, TimeUnit.SECONDS);

    assertThat(end.state()).isEqualTo(RunState.FINISHED);
    assertThat(trial).isCancelled();
  }

  @Test
  void noTimeIsMeasuredBesideATraining() {
    start(LONG_RUN_EPOCHS);

    assertThat(service.estimate(QuickSettings.of(TrainingMethod.CONFIDENCE_CALIBRATED), "cpu"))
        .isCompletedExceptionally();
  }

  @Test
  void restsWhilePausedAndAnswersQuestions() throws Exception {
    CompletableFuture<TrainingSnapshot> rest = start(LONG_RUN_EPOCHS);
    Waiting.until(() -> service.snapshot().step() > 2);
    service.pause();
    Waiting.until(() -> service.snapshot().state() == RunState.PAUSED);
    int step = service.snapshot().step();

    AttackSteps answer = askForSteps(ModelShelf.LIVE).get(10, TimeUnit.SECONDS).restarts().get(0);

    assertThat(answer.steps()).extracting(PgdStep::iteration).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(service.snapshot().step()).isEqualTo(step);
    service.unpause();
    Waiting.until(() -> service.snapshot().step() > step);
    service.stop();
    assertThat(rest.get(10, TimeUnit.SECONDS).state()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void aStoppedRunGoesOnFromItsFolder() throws Exception {
    CompletableFuture<TrainingSnapshot> rest = start(20);
    Waiting.until(() -> service.snapshot().step() > 2);
    assertThat(RunLock.holder(folder.resolve("run"))).isEqualTo(RunLock.Holder.THIS_PROCESS);
    service.stop();
    int stopped = rest.get(10, TimeUnit.SECONDS).step();

    assertThat(RunLock.holder(folder.resolve("run"))).isEqualTo(RunLock.Holder.NOBODY);
    TrainingSnapshot end = service.resume(folder.resolve("run")).get(60, TimeUnit.SECONDS);

    assertThat(stopped).isBetween(3, 39);
    assertThat(end.state()).isEqualTo(RunState.FINISHED);
    assertThat(end.step()).isEqualTo(40);
    assertThat(end.metrics().size()).isEqualTo(40);
    assertThat(end.metrics().column("step")[stopped]).isEqualTo(stopped + 1.0);
  }

  @Test
  void aStopDoesNotWaitForTheEndOfAnAttack() throws Exception {
    TrainingSettings endless =
        QuickSettings.of(TrainingMethod.CONFIDENCE_CALIBRATED).toBuilder()
            .steps(10_000_000)
            .build();
    CompletableFuture<TrainingSnapshot> rest = start(endless, "endless");
    Waiting.until(() -> service.snapshot().state() == RunState.RUNNING);
    service.stop();

    TrainingSnapshot end = rest.get(60, TimeUnit.SECONDS);
    assertThat(end.state()).isEqualTo(RunState.STOPPED);
    assertThat(end.step()).isZero();
  }

  @Test
  void stepsThatWereThrownAwayLeaveNoTraceInTheModel() throws Exception {
    TrainingSettings settings =
        QuickSettings.of(TrainingMethod.CONFIDENCE_CALIBRATED).toBuilder()
            .network("wrn-10-1")
            .steps(30)
            .build();
    start(settings, "whole").get(60, TimeUnit.SECONDS);

    CompletableFuture<TrainingSnapshot> rest = start(settings, "stopped");
    for (int step : new int[] {1, 2}) {
      Waiting.until(() -> service.snapshot().step() == step);
      // Nearly all of a step is its attack.
      service.stop();
      assertThat(rest.get(60, TimeUnit.SECONDS).state()).isEqualTo(RunState.STOPPED);
      rest = service.resume(folder.resolve("stopped"));
    }
    rest.get(60, TimeUnit.SECONDS);

    assertThat(folder.resolve("stopped/final/weights.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("whole/final/weights.safetensors"));
  }

  @Test
  void stopsWhilePaused() throws Exception {
    CompletableFuture<TrainingSnapshot> rest = start(LONG_RUN_EPOCHS);
    service.pause();
    Waiting.until(() -> service.snapshot().state() == RunState.PAUSED);

    service.stop();

    assertThat(rest.get(10, TimeUnit.SECONDS).state()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void answersAndEvaluatesWhileTraining() throws Exception {
    start(LONG_RUN_EPOCHS);
    Waiting.until(() -> service.snapshot().step() > 2);

    AttackSteps steps = askForSteps(ModelShelf.LIVE).get(10, TimeUnit.SECONDS).restarts().get(0);
    int before = service.snapshot().step();
    BatteryResult result =
        inspection
            .confidences(
                ModelShelf.LIVE, TEST, 20, 20, AttackBattery.quick("linf", 0.3, 20), 0, p -> {})
            .get(60, TimeUnit.SECONDS);

    assertThat(steps.steps()).hasSize(7);
    assertThat(result.attacked()).hasSize(20);
    assertThat(service.snapshot().step()).isGreaterThan(before);
    assertThat(service.snapshot().state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void anEvaluationEndsWhenCancelled() throws Exception {
    start(LONG_RUN_EPOCHS);
    Waiting.until(() -> service.snapshot().step() > 2);
    CompletableFuture<BatteryResult> evaluation =
        inspection.confidences(
            ModelShelf.LIVE, TEST, 500, 100, AttackBattery.quick("linf", 0.3, 1000), 0, p -> {});

    evaluation.cancel(true);
    int step = service.snapshot().step();

    Waiting.until(() -> service.snapshot().step() > step + 20);
  }

  @Test
  void tellsWhyARunFailed() throws Exception {
    TrainingSettings tooMany =
        QuickSettings.of(TrainingMethod.NORMAL).toBuilder().examples(60_001).build();

    TrainingSnapshot end =
        service
            .start(new TrainingRequest(tooMany, folder.resolve("run"), "cpu", 1, "test"))
            .get(60, TimeUnit.SECONDS);

    assertThat(end.state()).isEqualTo(RunState.FAILED);
    assertThat(end.message()).contains("60001");
    assertThat(end.message().lines()).hasSize(1);
    assertThat(end.details().failure()).hasMessage(end.message()).hasStackTraceContaining("at ");
  }

  @Test
  void trainsOneRunAtATime() {
    start(LONG_RUN_EPOCHS);

    assertThatThrownBy(() -> start(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("under way");
  }

  @Test
  void aModelThatIsNotOpenIsNamed() {
    assertThatThrownBy(() -> askForSteps("nothing").get(10, TimeUnit.SECONDS))
        .hasMessageContaining("'nothing' is not open");
  }

  private CompletableFuture<TrainingSnapshot> start(int epochs) {
    TrainingSettings settings =
        QuickSettings.of(TrainingMethod.CONFIDENCE_CALIBRATED).toBuilder().epochs(epochs).build();
    return start(settings, "run");
  }

  private CompletableFuture<TrainingSnapshot> start(TrainingSettings settings, String run) {
    return service.start(new TrainingRequest(settings, folder.resolve(run), "cpu", 1, "test"));
  }

  private CompletableFuture<AttackRestarts> askForSteps(String model) {
    return inspection.steps(new StepsRequest(model, TEST, 3, ATTACK, 0), partial -> {});
  }
}
