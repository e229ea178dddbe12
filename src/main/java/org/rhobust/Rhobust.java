package org.rhobust;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.rhobust.cli.Cli;
import org.rhobust.cli.Interruption;
import org.rhobust.plot.Toolkit;
import org.rhobust.workbench.shell.Workbench;

/**
 * Starts the workbench, or with a word on the command line the same work without a window. Where no
 * display can be opened, the workbench's guided tour runs in its place.
 */
public final class Rhobust {

  private Rhobust() {}

  /** Opens the workbench when {@code arguments} is empty, else runs them as a command line. */
  public static void main(String[] arguments) {
    if (arguments.length > 0) {
      runCommand(arguments);
    } else if (displayIsNamed()) {
      openWorkbench();
    } else {
      System.err.println(
          "There is no window, since no display is named (DISPLAY is empty). Instead the guided"
              + " tour runs without one: it trains a network and leaves pictures of every view.");
      runCommand("tour", "--out", tourFolder());
    }
  }

  private static void openWorkbench() {
    Toolkit.silenceStartWarning();
    try {
      Workbench.open();
    } catch (RuntimeException e) {
      System.err.printf(
          "There is no window, since the display cannot be opened (%s). Instead the guided tour"
              + " runs without one: it trains a network and leaves pictures of every view.%n",
          reason(e));
      System.exit(runTourInNewProcess());
    }
  }

  /** On X11 a display has a name; elsewhere there is one unless the start says otherwise. */
  private static boolean displayIsNamed() {
    boolean linux = System.getProperty("os.name").toLowerCase().contains("linux");
    String display = System.getenv("DISPLAY");
    return !linux || display != null && !display.isBlank();
  }

  /** A toolkit that has failed to start cannot be started again in the same process. */
  private static int runTourInNewProcess() {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-classpath",
              System.getProperty("java.class.path"),
              Rhobust.class.getName(),
              "tour",
              "--out",
              tourFolder())
          .inheritIO()
          .start()
          .waitFor();
    } catch (IOException e) {
      System.err.println("error: the tour could not be started: " + e.getMessage());
      return Cli.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Cli.FAILED;
    }
  }

  private static String tourFolder() {
    String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now());
    return Path.of(System.getProperty("user.home"), "Rhobust", "tour-" + time).toString();
  }

  private static String reason(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
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
