package org.rhobust.workbench.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.rhobust.tensor.ProcessEnd;

/**
 * The workbench as a JavaFX application. The system property {@code rhobust.runs} sets the folder
 * of new runs, {@code rhobust.settings} the file of the window's settings.
 */
public final class Workbench extends Application {

  private static final long PATIENCE_SECONDS = 2;

  /** 128 + SIGTERM, by convention. */
  private static final int ENDED_BY_SIGNAL = 143;

  private SettingsStore store;

  /**
   * Shows the window, and ends the process with status 0 when it is closed: by then everything is
   * saved.
   *
   * @throws RuntimeException when there is no display
   */
  public static void open() {
    Application.launch(Workbench.class);
    ProcessEnd.now(0);
  }

  /** Reads the settings: this runs off the JavaFX thread, and before the window. */
  @Override
  public void init() {
    String file = System.getProperty("rhobust.settings");
    store = SettingsStore.open(file == null ? SettingsStore.userFile() : Path.of(file));
  }

  @Override
  public void start(Stage stage) {
    WorkbenchWindow window = new WorkbenchWindow(store, runs(), stage);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> endOnSignal(window), "end"));
    window.open();
  }

  @Override
  public void stop() {
    store.written().completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** On Ctrl-C or a system's shutdown: a training ends with a checkpoint, as on closing. */
  private static void endOnSignal(WorkbenchWindow window) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    Platform.runLater(() -> window.close().thenRun(() -> closed.complete(null)));
    closed.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    ProcessEnd.now(ENDED_BY_SIGNAL);
  }

  private Path runs() {
    String property = System.getProperty("rhobust.runs");
    if (property != null) {
      return Path.of(property);
    }
    Path usual = Path.of(System.getProperty("user.home"), "Rhobust", "runs");
    String remembered = store.settings().runs();
    try {
      return remembered == null ? usual : Path.of(remembered);
    } catch (InvalidPathException e) {
      return usual;
    }
  }
}
