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

/** Two weights with gradients that change from step to step, and a learning rate of 0.1. */
@ExtendWith(OnComputeThread.class)
class AdamTest {

  private static final double TOLERANCE = 1e-6;
  private static final float[][] GRADIENTS = {
    {0.5f, -2}, {-0.25f, -1}, {1, 0}, {0.125f, 4}, {-0.0625f, 0.5f}
  };

  private static final double[][] REFERENCE = {
    {0.900000002000, -0.400000000500},
    {0.873366298708, -0.306782037209},
    {0.807555139677, -0.234724281512},
    {0.747657466500, -0.256695542803},
    {0.700062286411, -0.281078061142}
  };
  private static final double[][] DECAYED = {
    {0.890000002000, -0.395000000500},
    {0.854466298688, -0.297832037204},
    {0.780110476670, -0.222795961135},
    {0.712411698727, -0.242539262814},
    {0.657692401650, -0.264496388526}
  };

  /** The formulas of PyTorch's documentation of Adam, in Python's float64. */
  @Test
  void movesAsTheReference() {
    assertSequence(0, REFERENCE);
  }

  /** As above with AdamW's weight decay of 0.1: the weights shrink by 0.01 before each step. */
  @Test
  void weightDecayIsDecoupled() {
    assertSequence(0.1, DECAYED);
  }

  @Test
  void aRestoredOptimiserGoesOnAsTheFirst() {
    NDArray first = weight();
    Adam one = new Adam(settings(0.01), Map.of("w", first));
    step(one, 0);
    step(one, 1);
    NDArray second = array(first.toFloatArray(), 2);
    Adam two = new Adam(settings(0.01), Map.of("w", second));
    two.restore(one.snapshot());
    step(one, 2);
    step(two, 2);

    assertThat(second.toFloatArray()).isEqualTo(first.toFloatArray());
    assertThat(two.snapshot()).isEqualTo(one.snapshot());
    one.close();
    two.close();
  }

  @Test
  void aStateOfAnotherOptimiserOrNetworkIsRefused() {
    try (Adam adam = new Adam(settings(0), Map.of("w", weight()));
        Sgd sgd = new Sgd(settings(0), Map.of("w", weight()));
        Adam other = new Adam(settings(0), Map.of("v", weight()))) {
      step(adam, 0);
      Map<String, WeightTensor> before = adam.snapshot();

      refused(adam, sgd.snapshot());
      refused(adam, other.snapshot());
      refused(sgd, before);

      assertThat(adam.snapshot()).isEqualTo(before);
    }
  }

  @Test
  void nothingStaysAlive() {
    int before = Torch.liveArrays(Device.cpu());
    try (Scope scope = Scope.open();
        Adam adam = new Adam(settings(0.1), Map.of("w", weight()))) {
      step(adam, 0);
    }
    assertThat(Torch.liveArrays(Device.cpu())).isEqualTo(before);
  }

  private static void assertSequence(double weightDecay, double[][] expected) {
    NDArray weight = weight();
    try (Adam adam = new Adam(settings(weightDecay), Map.of("w", weight))) {
      for (int i = 0; i < expected.length; i++) {
        step(adam, i);
        for (int k = 0; k < expected[i].length; k++) {
          assertThat((double) weight.getFloat(k)).isCloseTo(expected[i][k], within(TOLERANCE));
        }
      }
    }
  }

  private static void step(Adam adam, int i) {
    adam.step(List.of(array(GRADIENTS[i], 2)), 0.1);
  }

  private static void refused(Optimiser optimiser, Map<String, WeightTensor> state) {
    assertThatThrownBy(() -> optimiser.restore(state))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("the optimiser's state");
  }

  private static NDArray weight() {
    return array(new float[] {1, -0.5f}, 2);
  }

  private static OptimiserSettings settings(double weightDecay) {
    return new OptimiserSettings("adam", 0.1, 0.9, false, weightDecay, "constant", 1, List.of());
  }
}
