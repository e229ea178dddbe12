package org.rhobust.cli;

import java.io.PrintStream;
import org.rhobust.run.Durations;

/**
 * How far a long command is, with the time left. On a terminal one line rewrites itself, elsewhere
 * a line comes every few seconds. Nothing shows in the first second.
 */
final class Progress implements AutoCloseable {

  /** The total of a progress in shares of the whole. */
  static final int PARTS = 1_000_000;

  private static final double QUIET_SECONDS = 1;
  private static final double REWRITE_SECONDS = 0.2;
  private static final double LINE_SECONDS = 5;

  private final PrintStream err;
  private final boolean rewrites;
  private final int total;
  private long start;
  private int startDone = -1;
  private double next = QUIET_SECONDS;
  private boolean lineIsOpen;

  Progress(PrintStream err, boolean rewrites, int total) {
    this.err = err;
    this.rewrites = rewrites;
    this.total = total;
  }

  /**
   * Shows {@code text} when it is time to. The first call only says what was done before; time
   * counts from there, so that the loading of the engine does not.
   */
  void update(int done, String text) {
    if (startDone < 0) {
      startDone = done;
      start = System.nanoTime();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (seconds < next || done == startDone) {
      return;
    }
    next = seconds + (rewrites ? REWRITE_SECONDS : LINE_SECONDS);
    double left = seconds / (done - startDone) * (total - done);
    String line = text + ", " + Durations.words(left) + " left";
    err.print(rewrites ? "\r" + line + "\u001b[K" : line + "\n");
    err.flush();
    lineIsOpen = rewrites;
  }

  /** As {@link #update(int, String)}, for a share in [0, 1] of {@link #PARTS}. */
  void update(double share, String text) {
    update((int) Math.round(share * PARTS), text);
  }

  /** Ends the line that rewrites itself. */
  @Override
  public void close() {
    if (lineIsOpen) {
      err.print("\n");
      lineIsOpen = false;
    }
  }
}
