package org.rhobust.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.rhobust.data.AtomicFiles;
import org.rhobust.plot.Toolkit;
import org.rhobust.workbench.shell.SettingsStore;
import org.rhobust.workbench.shell.WorkbenchWindow;

/** The window, 1600×1000, with settings and runs in a folder that is deleted afterwards. */
final class BenchWindow {

  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1000;

  private BenchWindow() {}

  /** Measures something of the window. */
  @FunctionalInterface
  interface Measurement {
    void of(WorkbenchWindow window) throws Exception;
  }

  /** Opens the window, measures, and ends the process. */
  static void measure(Measurement measurement) throws Exception {
    // Of the headless screen, where there is no other; its usual one is smaller than the window.
    System.setProperty("headless.geometry", WIDTH + "x" + HEIGHT + "-32");
    Path folder = Files.createTempDirectory("rhobust-bench");
    try {
      WorkbenchWindow window = Toolkit.call(() -> open(folder));
      measurement.of(window);
      Toolkit.call(window::close).join();
    } finally {
      AtomicFiles.deleteTree(folder);
    }
    System.exit(0);
  }

  private static WorkbenchWindow open(Path folder) {
    Stage stage = new Stage();
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
    WorkbenchWindow window =
        new WorkbenchWindow(
            SettingsStore.open(folder.resolve("window.json")), folder.resolve("runs"), stage);
    window.open();
    return window;
  }
}
