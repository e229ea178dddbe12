package org.rhobust.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.util.cuda.CudaUtils;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The GPUs that the loaded PyTorch may use. That the driver lists one does not mean that it can
 * compute: it may be newer than the libraries, or full. So the first use is a trial.
 */
final class Gpus {

  private static final Logger LOG = LoggerFactory.getLogger(Gpus.class);
  private static final Map<Integer, Optional<String>> PROBLEMS = new ConcurrentHashMap<>();

  private Gpus() {}

  /** How many there are; 0 when the CPU build of PyTorch is loaded. */
  static int count() {
    return Torch.details().forGpu() ? CudaUtils.getGpuCount() : 0;
  }

  /**
   * Why this GPU cannot compute, in one line; empty when it can. The first call tries, on the
   * compute thread; later ones know.
   */
  static Optional<String> problem(int id) {
    return PROBLEMS.computeIfAbsent(id, Gpus::tryOut);
  }

  /** What was found by {@link #problem} so far. */
  static List<String> knownProblems() {
    return PROBLEMS.values().stream().flatMap(Optional::stream).toList();
  }

  private static Optional<String> tryOut(int id) {
    try (NDManager manager = NDManager.newBaseManager(Device.gpu(id))) {
      NDArray ones = manager.ones(new Shape(1, 1, 4, 4));
      Conv2d.conv2d(ones, ones).singletonOrThrow().toFloatArray();
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.debug("gpu:{} cannot compute", id, e);
      return Optional.of(describe(id, String.valueOf(e.getMessage())));
    }
  }

  private static String describe(int id, String message) {
    String first = message.lines().findFirst().orElse("");
    String cure =
        first.contains("no kernel image")
            ? "it is newer than this build's CUDA: see docs/devices.md on newer GPUs"
            : "update the NVIDIA driver, or see with nvidia-smi who uses the GPU";
    return "gpu:%d cannot compute (%s); %s".formatted(id, first, cure);
  }
}
