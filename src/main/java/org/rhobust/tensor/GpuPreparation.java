package org.rhobust.tensor;

import ai.djl.util.cuda.CudaUtils;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What must be done before the GPU build of PyTorch can be loaded. Whatever stands in the way is
 * found before the engine is touched, so that the CPU build can be loaded in its place.
 *
 * @param natives of the GPU build
 * @param driver version of the NVIDIA driver
 * @param cache where all is unpacked
 */
record GpuPreparation(Optional<Natives> natives, Optional<String> driver, Path cache) {

  /** CUDA needs some room beside what is unpacked: for the JNI library and its own cache. */
  private static final long SPARE_BYTES = 100_000_000;

  /**
   * The GPU build, where the driver is here, too.
   *
   * @throws NoGpuException when one of them is missing
   */
  Natives requireParts() throws NoGpuException {
    if (driver.isEmpty()) {
      throw new NoGpuException(
          Platform.isLinux()
              ? "no NVIDIA driver was found; a GPU needs one (see docs/devices.md)"
              : "GPUs are used on Linux with an NVIDIA driver only (see docs/devices.md)");
    }
    if (natives.isEmpty()) {
      throw new NoGpuException(
          "this build has no GPU libraries, though the NVIDIA driver %s is here; build it with -Pgpu"
              .formatted(driver.get()));
    }
    return natives.get();
  }

  /** What will be unpacked here and by the engine. */
  long bytesToUnpack(Optional<CudaRuntime> runtime) throws IOException {
    return natives.map(Natives::bytesToUnpack).orElse(0L)
        + (runtime.isPresent() ? runtime.get().bytesToUnpack() : 0);
  }

  /**
   * Unpacks and loads the CUDA runtime, and asks it for a GPU.
   *
   * @param runtime empty where the system's own CUDA is to be used
   * @throws NoGpuException when the disk is too full, a library cannot be loaded, or CUDA finds no
   *     GPU
   */
  void run(Optional<CudaRuntime> runtime) throws NoGpuException {
    try {
      requireSpace(bytesToUnpack(runtime), Files.getFileStore(cache).getUsableSpace());
      if (runtime.isPresent()) {
        runtime.get().unpack();
        NativeLibrary.addSearchPath("cudart", runtime.get().folder().toString());
      }
      requireGpu();
      runtime.ifPresent(CudaRuntime::load);
    } catch (IOException e) {
      throw new NoGpuException(
          "the CUDA runtime could not be unpacked into %s: %s; set DJL_CACHE_DIR to another folder"
              .formatted(cache, e.getMessage()),
          e);
    } catch (UnsatisfiedLinkError e) {
      throw new NoGpuException(
          "the CUDA runtime could not be loaded: %s; delete %s to unpack it again"
              .formatted(e.getMessage(), runtime.map(CudaRuntime::folder).orElse(cache)),
          e);
    }
  }

  void requireSpace(long needed, long free) throws NoGpuException {
    if (needed > 0 && free < needed + SPARE_BYTES) {
      throw new NoGpuException(
          "the GPU libraries need %s in %s, where %s are free; make room, or set DJL_CACHE_DIR to another folder"
              .formatted(gigabytes(needed + SPARE_BYTES), cache, gigabytes(free)));
    }
  }

  private void requireGpu() throws NoGpuException {
    if (CudaUtils.getGpuCount() == 0) {
      throw new NoGpuException(
          "CUDA finds no GPU that the NVIDIA driver %s serves; see whether nvidia-smi lists one, and"
                  .formatted(driver.get())
              + " update the driver if it is older than this build's CUDA (docs/devices.md)");
    }
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
