package org.rhobust.tensor;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.Utils;
import ai.djl.util.cuda.CudaUtils;
import com.sun.jna.NativeLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads PyTorch: its GPU build where a GPU can be used, else its CPU build, with the reason. A
 * libtorch that the user names in {@code PYTORCH_LIBRARY_PATH} is taken as it is.
 */
final class EngineLoader {

  private static final Logger LOG = LoggerFactory.getLogger(EngineLoader.class);

  private final DoubleConsumer progress;
  private final Path cache = Utils.getEngineCacheDir("pytorch");
  private final Optional<String> driver = NvidiaDriver.version();

  /**
   * @param progress told the share in [0, 1] of the natives unpacked, on another thread
   */
  EngineLoader(DoubleConsumer progress) {
    this.progress = progress;
  }

  /**
   * Loads the engine on the calling thread.
   *
   * @throws EngineException when not even the CPU build can be loaded
   */
  EngineDetails load() {
    try {
      Files.createDirectories(cache);
      String given = Utils.getEnvOrSystemProperty("PYTORCH_LIBRARY_PATH");
      return given == null ? loadFromClassPath() : loadGiven(given);
    } catch (EngineException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      throw new EngineException(
          "PyTorch could not be loaded from "
              + cache
              + ": "
              + rootMessage(e)
              + "; set DJL_CACHE_DIR to a folder with 500 MB free that you can write to",
          e);
    }
  }

  private EngineDetails loadFromClassPath() {
    List<Natives> natives = Natives.onClassPath();
    Optional<Natives> gpu = natives.stream().filter(Natives::forGpu).findFirst();
    try {
      return loadForGpu(gpu);
    } catch (NoGpuException e) {
      String remark = "No GPU is used: " + e.getMessage();
      if (driver.isPresent()) {
        LOG.warn(remark);
        LOG.debug("no GPU", e);
      } else {
        LOG.info(remark);
      }
      return loadForCpu(
          natives.stream().filter(Predicate.not(Natives::forGpu)).findFirst(), remark);
    }
  }

  private EngineDetails loadForGpu(Optional<Natives> natives) throws NoGpuException {
    GpuPreparation preparation = new GpuPreparation(natives, driver, cache);
    Natives gpu = preparation.requireParts();
    CudaRuntime runtime = preparation.requireRuntime();
    LoadAttempt attempt = new LoadAttempt(gpu.folder());
    try (NativeUnpacking unpacking =
        NativeUnpacking.watch(cache, preparation.bytesToUnpack(runtime), progress)) {
      preparation.run(runtime, attempt);
      loadLibraries(gpu);
    } catch (LinkageError | RuntimeException e) {
      throw new EngineException(
          "the GPU build of PyTorch could not be loaded: %s; start again to compute on the CPU"
              .formatted(rootMessage(e)),
          e);
    }
    attempt.end();
    return details(gpu.flavor(), "");
  }

  private EngineDetails loadForCpu(Optional<Natives> natives, String remark) {
    long bytes = natives.map(Natives::bytesToUnpack).orElse(0L);
    try (NativeUnpacking unpacking = NativeUnpacking.watch(cache, bytes, progress)) {
      if (natives.isPresent()) {
        loadLibraries(natives.get());
      }
      return details("cpu", remark);
    }
  }

  private EngineDetails loadGiven(String path) {
    String reason = "CUDA finds none; see nvidia-smi";
    try {
      GivenLibtorch.linkedCudart(Path.of(path), cache)
          .ifPresent(folder -> NativeLibrary.addSearchPath("cudart", folder.toString()));
    } catch (NoGpuException e) {
      reason = e.getMessage();
      LOG.debug("no link", e);
    }
    String flavor = Utils.getEnvOrSystemProperty("PYTORCH_FLAVOR");
    if (flavor == null || !flavor.startsWith("cu")) {
      return details(
          "cpu",
          "No GPU is used: PYTORCH_LIBRARY_PATH is set without a PYTORCH_FLAVOR such as cu128 (see"
              + " docs/devices.md)");
    }
    boolean found = CudaUtils.getGpuCount() > 0;
    return details(flavor, found ? "" : "No GPU is used: " + reason);
  }

  private static void loadLibraries(Natives natives) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(natives.alone());
    try {
      Engine.getEngine("PyTorch");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private EngineDetails details(String flavor, String remark) {
    String version = Engine.getEngine("PyTorch").getVersion();
    boolean gpu = flavor.startsWith("cu") && CudaUtils.getGpuCount() > 0;
    return new EngineDetails(
        Engine.getDjlVersion(),
        version,
        flavor,
        LibUtils.getLibtorchPath(),
        driver.orElse(""),
        gpu ? cudaVersion(CudaUtils.getCudaVersion()) : "",
        remark);
  }

  /** CUDA counts 11.8 as 11080. */
  static String cudaVersion(int number) {
    return number / 1000 + "." + number / 10 % 100;
  }

  private static String rootMessage(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.toString();
    return text.lines().findFirst().orElse("");
  }
}
