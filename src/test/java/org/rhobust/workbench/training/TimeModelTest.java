package org.rhobust.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.rhobust.run.TimeEstimate;
import org.rhobust.service.RunState;

class TimeModelTest {

  private final TrainingFixture training = new TrainingFixture();
  private final TrainingModel model = training.model;

  @Test
  void theTimeIsMeasuredForWhatTheFormSays() {
    model.time().begin();
    assertThat(model.startTextProperty().get()).isEqualTo("Train CCAT (quick, about 1 min 24 s)");
    assertThat(model.time().textProperty().get())
        .isEqualTo("About 1 min 24 s on cpu, by 3 steps of 35 ms.");

    training.estimates = settings -> CompletableFuture.completedFuture(bound(settings.epochs()));
    model.form().epochs().textProperty().set("100");
    assertThat(model.time().textProperty().get())
        .isEqualTo("More than 5 min 00 s on cpu, by a part of one step’s attack.");

    model.form().epochs().textProperty().set("no number");
    assertThat(model.time().textProperty().get()).isEmpty();

    training.estimates =
        settings -> CompletableFuture.failedFuture(new IllegalStateException("no engine"));
    model.form().epochs().textProperty().set("10");
    assertThat(model.time().textProperty().get()).contains("not be measured", "no engine");
    assertThat(model.startProblemProperty().get()).isEmpty();
  }

  @Test
  void nothingIsMeasuredBesideATraining() {
    training.snapshot.set(TrainingFixture.at(RunState.RUNNING, 10));
    model.time().begin();
    assertThat(model.time().textProperty().get()).isEmpty();

    training.snapshot.set(TrainingFixture.at(RunState.FINISHED, 20));
    assertThat(model.time().textProperty().get()).startsWith("About");
  }

  private static TimeEstimate bound(int steps) {
    return new TimeEstimate("cpu", 1, steps, 3, 0);
  }
}
