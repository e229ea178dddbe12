package org.rhobust.service;

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
 */
public record EngineStatus(String version, String device, int threads) {

  /**
   * Asks the engine when it is loaded.
   *
   * @return fails with {@link org.rhobust.tensor.EngineException} when it cannot be
   */
  public static CompletableFuture<EngineStatus> of(ComputeThread compute) {
    return compute.submitLatest(
        "engine status",
        () -> new EngineStatus(Torch.version(), Devices.name(Devices.of("auto")), Torch.threads()));
  }
}
