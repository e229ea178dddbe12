package org.rhobust.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnComputeThread.class)
class TorchTest {

  private static final int THREADS = ComputeThread.get().call(Torch::threads);

  @AfterEach
  void restoreThreads() {
    ComputeThread.get()
        .call(
            () -> {
              Torch.setThreads(THREADS);
              return null;
            });
  }

  @Test
  void theThreadCountCanBeSet() {
    Torch.setThreads(1);
    assertThat(Torch.threads()).isEqualTo(1);
    assertThatThrownBy(() -> Torch.setThreads(0)).hasMessage("threads is 0; it must be at least 1");
  }

  @Test
  void theChosenThreadCountIsSetAndPossible() {
    AtomicInteger calls = new AtomicInteger();
    int chosen = ThreadCount.chooseFastest(calls::incrementAndGet);

    assertThat(chosen).isBetween(1, Runtime.getRuntime().availableProcessors());
    assertThat(Torch.threads()).isEqualTo(chosen);
    assertThat(calls.get()).isPositive();
  }

  @Test
  void devicesGoByName() {
    assertThat(Devices.of("cpu")).isEqualTo(Device.cpu());
    assertThat(Devices.name(Devices.of("cpu"))).isEqualTo("cpu");
    assertThat(Devices.name(Device.gpu(1))).isEqualTo("gpu:1");
    assertThat(Devices.of(Devices.name(Devices.of("auto")))).isEqualTo(Devices.of("auto"));
    assertThatThrownBy(() -> Devices.of("tpu")).hasMessageContaining("'tpu' is unknown");
    assertThatThrownBy(() -> Devices.of("gpu:99")).hasMessageContaining("'gpu:99' is not here");
  }
}
