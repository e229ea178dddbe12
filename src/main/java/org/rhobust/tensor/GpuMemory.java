package org.rhobust.tensor;

import java.util.Optional;
import java.util.regex.Pattern;

/** What PyTorch throws when a GPU's memory is full, in words. */
public final class GpuMemory {

  /** CUDA's own words, and those of its libraries for products and convolutions. */
  private static final Pattern FULL =
      Pattern.compile(
          "CUDA out of memory|CUDA( driver)? error: out of memory"
              + "|CUBLAS_STATUS_ALLOC_FAILED|CUDNN_STATUS_ALLOC_FAILED");

  private GpuMemory() {}

  /** The problem itself, or what it means and the cure where a GPU's memory was too small. */
  public static Throwable explain(Throwable problem) {
    return explained(problem).map(Throwable.class::cast).orElse(problem);
  }

  /** What the problem means and the cure; empty where it is no full memory of a GPU. */
  static Optional<EngineException> explained(Throwable problem) {
    boolean full =
        problem instanceof ai.djl.engine.EngineException
            && problem.getMessage() != null
            && FULL.matcher(problem.getMessage()).find();
    return full
        ? Optional.of(
            new EngineException(
                "the GPU's memory is full; see with nvidia-smi who else uses it, train in smaller"
                    + " batches, or compute on the CPU (--device cpu)",
                problem))
        : Optional.empty();
  }
}
