package org.rhobust.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.util.cuda.CudaUtils;
import java.util.List;
import java.util.Optional;

/**
 * The GPUs that the loaded PyTorch may use. That the driver lists one does not mean that it can
 * compute: it may be newer than the libraries, or full. So the first use is a trial.
 */
final class Gpus {

  private static final GpuTrials TRIALS = new GpuTrials(Gpus::convolve);

  private Gpus() {}

  /** How many there are; 0 when the CPU build of PyTorch is loaded. */
  static int count() {
    return Torch.details().forGpu() ? CudaUtils.getGpuCount() : 0;
  }

  /**
   * Why this GPU cannot compute, in one line; empty when it can. The first call tries, on the
   * compute thread; later ones know, or try again what may have passed.
   */
  static Optional<String> problem(int id) {
    return TRIALS.problem(id);
  }

  /** What was found by {@link #problem} so far. */
  static List<String> knownProblems() {
    return TRIALS.knownProblems();
  }

  private static void convolve(int id) {
    try (NDManager manager = NDManager.newBaseManager(Device.gpu(id))) {
      NDArray ones = manager.ones(new Shape(1, 1, 4, 4));
      Conv2d.conv2d(ones, ones).singletonOrThrow().toFloatArray();
    }
  }
}
