package org.rhobust;

import org.rhobust.cli.Cli;
import org.rhobust.cli.Interruption;

/** Starts the workbench, or with a word on the command line the same work without a window. */
public final class Rhobust {

  private Rhobust() {}

  /** Opens the workbench when {@code arguments} is empty, else runs them as a command line. */
  public static void main(String[] arguments) {
    if (arguments.length == 0) {
      openWorkbench();
    } else {
      runCommand(arguments);
    }
  }

  private static void openWorkbench() {
    runCommand("--help");
  }

  private static void runCommand(String... arguments) {
    Interruption interruption = Interruption.watch();
    int exitCode = Cli.FAILED;
    try {
      exitCode = new Cli(System.out, System.err, interruption::requested).run(arguments);
    } finally {
      interruption.ended();
    }
    System.exit(exitCode);
  }
}
