package org.rhobust.tensor;

/**
 * What was found and loaded.
 *
 * @param djl version of DJL
 * @param pytorch version of PyTorch
 * @param flavor of its natives: {@code cpu}, or their CUDA version such as {@code cu118}
 * @param folder of its natives
 * @param driver version of the NVIDIA driver; empty where there is none
 * @param cuda version of the CUDA runtime; empty where none was loaded
 * @param remark why no GPU is used and what to do, in one line; empty where GPUs can be used
 */
public record EngineDetails(
    String djl,
    String pytorch,
    String flavor,
    String folder,
    String driver,
    String cuda,
    String remark) {

  /** Whether PyTorch can compute on GPUs. */
  boolean forGpu() {
    return flavor.startsWith("cu");
  }
}
