package org.rhobust.cli;

import java.io.PrintStream;
import java.util.function.BooleanSupplier;

/**
 * Where a command speaks: results alone on standard output, everything else on standard error.
 *
 * @param out standard output
 * @param err standard error
 * @param stop whether the user wants the command to stop
 */
record Console(PrintStream out, PrintStream err, BooleanSupplier stop) {

  /** A line that a person should know of. */
  void note(String text) {
    err.print(oneLine(text) + "\n");
  }

  /** As {@link #note}, where there is something to say. */
  void noteUnlessEmpty(String text) {
    if (!text.isEmpty()) {
      note(text);
    }
  }

  /** A line on what may be wrong with the result. */
  void warn(String text) {
    note("warning: " + text);
  }

  /** A piece of the result as it is. */
  void print(String text) {
    out.print(text);
    out.flush();
  }

  /**
   * Ends the command if the user wants it.
   *
   * @throws StoppedException when the user does
   */
  void checkStop() {
    if (stop.getAsBoolean()) {
      throw new StoppedException("stopped before the end; nothing was written");
    }
  }

  /** Progress towards {@code total}. */
  Progress progress(int total) {
    return new Progress(err, isTerminal(), total);
  }

  /** Progress in shares of the whole. */
  Progress progress() {
    return progress(Progress.PARTS);
  }

  /** The first line: what libraries say after it is a trace. */
  static String oneLine(String text) {
    return text.strip().lines().findFirst().orElse("");
  }

  /** From Java 22 on there is a console without a terminal, unless this one is asked for. */
  private static boolean isTerminal() {
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }
}
