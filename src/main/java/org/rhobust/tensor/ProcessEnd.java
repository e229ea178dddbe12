package org.rhobust.tensor;

import com.sun.jna.Function;
import com.sun.jna.Platform;

/**
 * Ends a process that has both a window and the engine. On Linux the exit handlers of GTK's and
 * libtorch's libraries abort with "free(): invalid pointer" when they run in one process (PyTorch
 * 2.0.1, GTK 3), and {@link Runtime#halt} runs them too; {@code _exit} does not.
 */
public final class ProcessEnd {

  private ProcessEnd() {}

  /** Ends the process at once with this status; neither shutdown hooks nor exit handlers run. */
  public static void now(int status) {
    if (Platform.isLinux()) {
      Function.getFunction("c", "_exit").invokeVoid(new Object[] {status});
    }
    Runtime.getRuntime().halt(status);
  }
}
