package org.rhobust.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.rhobust.tensor.TestArrays.array;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rhobust.model.ModelFileException;
import org.rhobust.model.WeightTensor;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Torch;

/** One weight, 1 at the start, with a constant gradient of 0.5 and a learning rate of 0.1. */
@ExtendWith(OnComputeThread.class)
class SgdTest {

  private static final double TOLERANCE = 1e-6;

  @Test
  void plain() {
    assertSequence(settings(0, false, 0), 0.95, 0.9, 0.85);
  }

  /** v = 0.5, 0.95, 1.355. */
  @Test
  void momentum() {
    assertSequence(settings(0.9, false, 0), 0.95, 0.855, 0.7195);
  }

  /** Directions 0.95, 1.355, 1.7195. */
  @Test
  void nesterov() {
    assertSequence(settings(0.9, true, 0), 0.905, 0.7695, 0.59755);
  }

  @Test
  void weightDecay() {
    assertSequence(settings(0, false, 0.1), 0.94, 0.8806, 0.821794);
  }

  /** g = 0.6, 0.594, 0.58266; v = 0.6, 1.134, 1.60326. */
  @Test
  void weightDecayPassesThroughTheMomentum() {
    assertSequence(settings(0.9, false, 0.1), 0.94, 0.8266, 0.666274);
  }

  @Test
  void aRestoredOptimiserGoesOnAsTheFirst() {
    NDArray first = weight();
    Sgd one = new Sgd(settings(0.9, true, 0.01), Map.of("w", first));
    step(one, 0.1);
    NDArray second = array(first.toFloatArray(), 1);
    Sgd two = new Sgd(settings(0.9, true, 0.01), Map.of("w", second));
    two.restore(one.snapshot());
    step(one, 0.1);
    step(two, 0.1);

    assertThat(second.toFloatArray()).isEqualTo(first.toFloatArray());
    assertThat(two.snapshot()).isEqualTo(one.snapshot());
    one.close();
    two.close();
  }

  @Test
  void aStateOfAnotherNetworkIsRefused() {
    try (Sgd optimiser = new Sgd(settings(0.9, false, 0), Map.of("w", weight()))) {
      step(optimiser, 0.1);
      Map<String, WeightTensor> before = optimiser.snapshot();

      refused(optimiser, Map.of("v", tensor(1)));
      refused(optimiser, Map.of());
      refused(optimiser, Map.of("w", tensor(2)));

      assertThat(optimiser.snapshot()).isEqualTo(before);
    }
  }

  @Test
  void nothingStaysAlive() {
    int before = Torch.liveArrays(Device.cpu());
    try (Scope scope = Scope.open();
        Sgd optimiser = new Sgd(settings(0.9, true, 0.1), Map.of("w", weight()))) {
      step(optimiser, 0.1);
    }
    assertThat(Torch.liveArrays(Device.cpu())).isEqualTo(before);
  }

  @Test
  void settingsOutOfRangeAreNamed() {
    refused("learning rate is 0.0", 0, 0.9, 0, "cosine", 1);
    refused("learning rate is NaN", Double.NaN, 0.9, 0, "cosine", 1);
    refused("momentum is 1.0", 0.1, 1, 0, "cosine", 1);
    refused("weight decay is -0.1", 0.1, 0.9, -0.1, "cosine", 1);
    refused("decay is 0.0", 0.1, 0.9, 0, "steps", 0);
    refused("schedule 'linear' is unknown", 0.1, 0.9, 0, "linear", 1);
  }

  private static void assertSequence(OptimiserSettings settings, double... expected) {
    NDArray weight = weight();
    try (Sgd optimiser = new Sgd(settings, Map.of("w", weight))) {
      for (double value : expected) {
        step(optimiser, settings.learningRate());
        assertThat((double) weight.getFloat(0)).isCloseTo(value, within(TOLERANCE));
      }
    }
  }

  private static void step(Sgd optimiser, double learningRate) {
    optimiser.step(List.of(array(new float[] {0.5f}, 1)), learningRate);
  }

  private static NDArray weight() {
    return array(new float[] {1}, 1);
  }

  private static WeightTensor tensor(int size) {
    return WeightTensor.of(new long[] {size}, new float[size]);
  }

  private static OptimiserSettings settings(double momentum, boolean nesterov, double weightDecay) {
    return new OptimiserSettings(0.1, momentum, nesterov, weightDecay, "constant", 1, List.of());
  }

  private static void refused(Sgd optimiser, Map<String, WeightTensor> state) {
    assertThatThrownBy(() -> optimiser.restore(state))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("the optimiser's state");
  }

  private static void refused(
      String words, double rate, double momentum, double weightDecay, String schedule, double d) {
    assertThatThrownBy(
            () -> new OptimiserSettings(rate, momentum, false, weightDecay, schedule, d, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(words);
  }
}
