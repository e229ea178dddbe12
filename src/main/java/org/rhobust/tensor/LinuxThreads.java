package org.rhobust.tensor;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Linux lets a process say of its own threads. Elsewhere every call is skipped, with a line in
 * the log.
 */
final class LinuxThreads {

  private static final Logger LOG = LoggerFactory.getLogger(LinuxThreads.class);
  private static final int PRIO_PROCESS = 0;

  private LinuxThreads() {}

  /**
   * Lets idle OpenMP threads sleep. libgomp reads the variable when it is loaded, so this comes
   * before the engine. A value that the user has set stands.
   */
  static void waitPassively() {
    callOnLinux("setenv", "OMP_WAIT_POLICY", "PASSIVE", 0);
  }

  /** Gives the calling thread this nice value: the window stays smooth while both cores compute. */
  static void niceCallingThread(int nice) {
    // PRIO_PROCESS with id 0 is the calling thread: Linux keeps nice values a thread.
    callOnLinux("setpriority", PRIO_PROCESS, 0, nice);
  }

  private static void callOnLinux(String name, Object... arguments) {
    if (!Platform.isLinux()) {
      LOG.info("{} is skipped: it needs Linux", name);
      return;
    }
    try {
      Function function = NativeLibrary.getInstance("c").getFunction(name);
      if (function.invokeInt(arguments) != 0) {
        LOG.warn("{} was refused by the system; training may slow the window down", name);
      }
    } catch (UnsatisfiedLinkError e) {
      LOG.warn("{} is not available: {}", name, e.getMessage());
    }
  }
}
