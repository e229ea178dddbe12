package org.rhobust.workbench.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rhobust.data.AtomicFiles;
import org.rhobust.tensor.ProcessEnd;

/**
 * Opens the window once without a display, and ends. The build has the JVM list the classes that a
 * start needs by it, for the archive that makes the next start quicker.
 */
public final class StartTrial {

  private StartTrial() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("rhobust-start");
    try {
      new TourWindow(folder).awaitPainted();
    } finally {
      AtomicFiles.deleteTree(folder);
    }
    ProcessEnd.now(0);
  }
}
