package org.rhobust.workbench.controls;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/**
 * What failed, in one line for people; the details of the latest failures are remembered by their
 * lines, to be copied wherever a line is shown. May be used on any thread.
 */
public final class Failures {

  private static final int MOST = 100;

  private static final Map<String, String> DETAILS =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  private Failures() {}

  /** Whether it was cancelled, which is no failure. */
  public static boolean isCancelled(Throwable problem) {
    return cause(problem) instanceof CancellationException;
  }

  /** The line about a failure, whose details are remembered. */
  public static String line(Throwable problem) {
    Throwable cause = cause(problem);
    String line =
        cause.getMessage() == null || cause.getMessage().isBlank()
            ? cause.getClass().getSimpleName() + ": copy the details and report them"
            : cause.getMessage().lines().findFirst().orElse("");
    StringWriter details = new StringWriter();
    cause.printStackTrace(new PrintWriter(details));
    synchronized (DETAILS) {
      DETAILS.put(line, details.toString());
    }
    return line;
  }

  /** The details of a failure that was told in this line; empty where it tells of none. */
  public static Optional<String> details(String line) {
    synchronized (DETAILS) {
      return Optional.ofNullable(DETAILS.get(line));
    }
  }

  private static Throwable cause(Throwable problem) {
    Throwable cause = problem;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
