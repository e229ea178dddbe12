package org.rhobust.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Torch;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

@ExtendWith(OnComputeThread.class)
class TimeTrialTest {

  private static final double PATIENCE = 60;

  @Test
  void measuresThreeStepsOfTheWholeRun() {
    TrainingSettings settings = QuickSettings.of(TrainingMethod.CONFIDENCE_CALIBRATED);
    int threads = Torch.threads();

    TimeEstimate estimate =
        new TimeTrial(settings, PATIENCE, () -> false, () -> {}).measure("cpu", 1);

    assertThat(estimate.device()).isEqualTo("cpu");
    assertThat(estimate.threads()).isEqualTo(1);
    assertThat(estimate.steps()).isEqualTo(4);
    assertThat(estimate.measured()).isEqualTo(3);
    assertThat(estimate.bound()).isFalse();
    assertThat(estimate.secondsPerStep()).isPositive();
    assertThat(estimate.seconds()).isEqualTo(4 * estimate.secondsPerStep());
    assertThat(Torch.threads()).isEqualTo(threads);
  }

  @Test
  void aStepThatIsTooLongIsBoundedByItsAttack() {
    TrainingSettings settings = QuickSettings.of(TrainingMethod.ADVERSARIAL);

    TimeEstimate estimate = new TimeTrial(settings, 0, () -> false, () -> {}).measure("cpu", 1);

    assertThat(estimate.measured()).isZero();
    assertThat(estimate.bound()).isTrue();
    assertThat(estimate.secondsPerStep()).isPositive();
  }

  @Test
  void endsWhenItIsCancelled() {
    TrainingSettings settings = QuickSettings.of(TrainingMethod.CONFIDENCE_CALIBRATED);
    AtomicInteger iterations = new AtomicInteger();
    TimeTrial trial =
        new TimeTrial(settings, PATIENCE, () -> iterations.get() == 3, iterations::incrementAndGet);

    assertThatThrownBy(() -> trial.measure("cpu", 1)).isInstanceOf(CancellationException.class);
    assertThat(iterations).hasValue(3);
  }

  @Test
  void needsNoFilesOfTheData() {
    TrainingSettings settings =
        Presets.of("cifar10-paper", TrainingMethod.NORMAL).toBuilder()
            .network("small")
            .batch(4)
            .build();

    TimeEstimate estimate =
        new TimeTrial(settings, PATIENCE, () -> false, () -> {}).measure("cpu", 1);

    assertThat(estimate.steps()).isEqualTo(200 * 12_500);
  }
}
