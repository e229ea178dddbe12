package org.rhobust.tensor;

import java.util.regex.Pattern;

/** What PyTorch throws when a GPU's memory is full, in words. */
public final class GpuMemory {

  /** CUDA's own words, and those of its libraries for products and convolutions. */
  private static final Pattern FULL =
      Pattern.compile("CUDA out of memory|CUBLAS_STATUS_ALLOC_FAILED|CUDNN_STATUS_ALLOC_FAILED");

  private GpuMemory() {}

  /** The problem itself, or what it means and the cure where a GPU's memory was too small. */
  public static Throwable explain(Throwable problem) {
    boolean full =
        problem instanceof ai.djl.engine.EngineException
            && problem.getMessage() != null
            && FULL.matcher(problem.getMessage()).find();
    return full
        ? new EngineException(
            "the GPU's memory is full; use smaller batches (--batch), a smaller network, or"
                + " --device cpu",
            problem)
        : problem;
  }
}
