package org.rhobust.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleConsumer;

/** The PyTorch engine: loaded once, offline, on the compute thread. */
public final class Torch {

  private static final Map<Device, NDManager> MANAGERS = new ConcurrentHashMap<>();
  private static volatile EngineDetails details;

  private Torch() {}

  /**
   * Loads the engine on the calling thread, which becomes the only one that may compute: DJL keeps
   * gradient recording off on the thread that loads it, and on no other.
   *
   * @param progress told the share in [0, 1] of the natives unpacked, on another thread
   * @throws EngineException when the natives cannot be unpacked or loaded
   */
  static void load(DoubleConsumer progress) {
    LinuxThreads.waitPassively();
    System.setProperty("offline", "true");
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    details = new EngineLoader(progress).load();
  }

  /**
   * What was found and loaded, once {@link ComputeThread#loaded} is done.
   *
   * @throws IllegalStateException before
   */
  public static EngineDetails details() {
    if (details == null) {
      throw new IllegalStateException("the engine is not loaded");
    }
    return details;
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
    return details().pytorch();
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
}
