package org.rhobust.tensor;

import ai.djl.util.cuda.CudaUtils;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /**
   * The CUDA runtime of the class path.
   *
   * @throws NoGpuException when there is none, or it cannot be used
   */
  CudaRuntime requireRuntime() throws NoGpuException {
    try {
      return CudaRuntime.onClassPath(cache)
          .orElseThrow(
              () ->
                  new NoGpuException(
                      "the CUDA runtime is not on the class path; build with -Pgpu"));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * What will be unpacked here and by the engine.
   *
   * @throws NoGpuException when the CUDA runtime lacks a library
   */
  long bytesToUnpack(CudaRuntime runtime) throws NoGpuException {
    try {
      return natives.map(Natives::bytesToUnpack).orElse(0L) + runtime.bytesToUnpack();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private static NoGpuException unusable(IOException e) {
    return new NoGpuException(
        "the CUDA runtime cannot be used: %s; build again with -Pgpu".formatted(e.getMessage()), e);
  }

  /**
   * Asks CUDA for a GPU, then unpacks and loads its runtime. The attempt has begun when this
   * returns.
   *
   * @throws NoGpuException when there is no GPU, an earlier start failed, the disk is too full, or
   *     a library cannot be loaded
   */
  void run(CudaRuntime runtime, LoadAttempt attempt) throws NoGpuException {
    try {
      requireNoFailure(attempt);
      NativeLibrary.addSearchPath("cudart", runtime.unpackCudart().toString());
      requireGpu();
      requireSpace(bytesToUnpack(runtime), Files.getFileStore(cache).getUsableSpace());
      runtime.unpack();
    } catch (IOException | UncheckedIOException e) {
      throw new NoGpuException(
          "the CUDA runtime could not be unpacked into %s: %s; set DJL_CACHE_DIR to another folder"
              .formatted(cache, e.getMessage()),
          e);
    } catch (LinkageError | RuntimeException e) {
      throw notLoaded(runtime, e);
    }
    load(runtime, attempt);
  }

  /** The attempt begins first: a library that ends the process must not do so at every start. */
  void load(CudaRuntime runtime, LoadAttempt attempt) throws NoGpuException {
    try {
      attempt.begin();
      runtime.load();
    } catch (IOException e) {
      attempt.end();
      throw new NoGpuException(
          "%s could not be written: %s; set DJL_CACHE_DIR to another folder"
              .formatted(attempt.file(), e.getMessage()),
          e);
    } catch (LinkageError | RuntimeException e) {
      attempt.end();
      throw notLoaded(runtime, e);
    }
  }

  private static NoGpuException notLoaded(CudaRuntime runtime, Throwable problem) {
    return new NoGpuException(
        "the CUDA runtime could not be loaded: %s; delete %s to unpack it again"
            .formatted(problem.getMessage(), runtime.folder()),
        problem);
  }

  private static void requireNoFailure(LoadAttempt attempt) throws IOException, NoGpuException {
    if (attempt.failedBefore()) {
      throw new NoGpuException(
          "the GPU build of PyTorch could not be loaded at an earlier start; delete %s to try again"
              .formatted(attempt.file()));
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
