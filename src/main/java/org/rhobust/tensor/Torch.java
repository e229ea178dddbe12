package org.rhobust.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Utils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The PyTorch engine: loaded once, offline, on the compute thread. */
public final class Torch {

  private static final Map<Device, NDManager> MANAGERS = new ConcurrentHashMap<>();

  private Torch() {}

  /**
   * Loads the engine on the calling thread, which becomes the only one that may compute: DJL keeps
   * gradient recording off on the thread that loads it, and on no other.
   *
   * @throws EngineException when the natives cannot be unpacked or loaded
   */
  static void load() {
    LinuxThreads.waitPassively();
    System.setProperty("offline", "true");
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    Path cache = Utils.getEngineCacheDir("pytorch");
    try {
      Files.createDirectories(cache);
      Engine.getEngine("PyTorch");
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

  /** The manager that owns what lives on {@code device}; scopes close what it hands out. */
  public static NDManager manager(Device device) {
    return MANAGERS.computeIfAbsent(device, NDManager::newBaseManager);
  }

  /** How many arrays are alive on {@code device}: flat over training steps, or something leaks. */
  public static int liveArrays(Device device) {
    return manager(device).getManagedArrays().size();
  }

  /** PyTorch's version, such as {@code 2.0.1}. */
  public static String version() {
    return Engine.getEngine("PyTorch").getVersion();
  }

  /** Threads inside one operation; results on the CPU are equal bit for bit for an equal count. */
  public static int threads() {
    return JniUtils.getNumThreads();
  }

  /** Sets the number of threads inside one operation, at least 1, from now on. */
  public static void setThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + "; it must be at least 1");
    }
    JniUtils.setNumThreads(threads);
  }

  private static String rootMessage(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.toString();
  }
}
