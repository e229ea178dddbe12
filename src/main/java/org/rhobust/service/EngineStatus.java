package org.rhobust.service;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Devices;
import org.rhobust.tensor.Torch;

/**
 * The engine, once it is loaded.
 *
 * @param version of PyTorch
 * @param device that {@code auto} stands for
 * @param threads inside one operation
 * @param devices found: {@code cpu}, {@code gpu:0}, …
 * @param driver version of the NVIDIA driver; empty where there is none
 * @param remark why no GPU is used, or why one cannot be, and what to do; empty when all is well
 */
public record EngineStatus(
    String version,
    String device,
    int threads,
    List<String> devices,
    String driver,
    String remark) {

  /**
   * Asks the engine when it is loaded.
   *
   * @return fails with {@link org.rhobust.tensor.EngineException} when it cannot be
   */
  public static CompletableFuture<EngineStatus> of(ComputeThread compute) {
    return compute.submitLatest("engine status", EngineStatus::now);
  }

  private static EngineStatus now() {
    String automatic = Devices.name(Devices.of("auto"));
    return new EngineStatus(
        Torch.version(),
        automatic,
        Torch.threads(),
        Devices.names(),
        Torch.details().driver(),
        Devices.remark());
  }
}
