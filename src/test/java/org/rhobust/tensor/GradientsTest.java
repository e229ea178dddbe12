package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rhobust.tensor.TestArrays.array;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnComputeThread.class)
class GradientsTest {

  @Test
  void gradientsDoNotAccumulate() {
    NDArray x = array(new float[] {1, -2}, 2);
    for (int i = 0; i < 3; i++) {
      assertThat(Gradients.of(x, () -> x.square().sum()).toFloatArray()).containsExactly(2, -4);
    }
  }

  @Test
  void severalLeavesKeepTheirOrder() {
    NDArray x = array(new float[] {2}, 1);
    NDArray y = array(new float[] {5}, 1);

    List<NDArray> gradients = Gradients.of(List.of(x, y), () -> x.mul(x).mul(y).sum());

    assertThat(gradients.get(0).getFloat()).isEqualTo(20);
    assertThat(gradients.get(1).getFloat()).isEqualTo(4);
  }

  @Test
  void nothingIsRecordedOutside() {
    NDArray x = array(new float[] {1}, 1);
    Gradients.of(x, () -> x.square().sum());

    assertThat(x.mul(2).hasGradient()).isFalse();
  }

  @Test
  void aFailedLossDoesNotBlockTheNext() {
    NDArray x = array(new float[] {3}, 1);

    assertThatThrownBy(
            () ->
                Gradients.of(
                    x,
                    () -> {
                      throw new IllegalStateException("inside");
                    }))
        .hasMessage("inside");
    assertThat(Gradients.of(x, () -> x.square().sum()).getFloat()).isEqualTo(6);
  }

  @Test
  void nothingStaysAlive() {
    NDArray x = array(new float[] {3}, 1);
    int before = Torch.liveArrays(Device.cpu());
    for (int i = 0; i < 20; i++) {
      try (Scope scope = Scope.open()) {
        Gradients.of(x, () -> x.square().sum());
      }
    }
    assertThat(Torch.liveArrays(Device.cpu())).isEqualTo(before);
  }
}
