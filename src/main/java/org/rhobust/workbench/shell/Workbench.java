package org.rhobust.workbench.shell;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.stage.Stage;

/**
 * The workbench as a JavaFX application. The system property {@code rhobust.runs} sets the folder
 * of new runs, {@code rhobust.settings} the file of the window's settings.
 */
public final class Workbench extends Application {

  private static final long PATIENCE_SECONDS = 2;

  private SettingsStore store;

  /** Reads the settings: this runs off the JavaFX thread, and before the window. */
  @Override
  public void init() {
    String file = System.getProperty("rhobust.settings");
    store = SettingsStore.open(file == null ? SettingsStore.userFile() : Path.of(file));
    if (store.settings().theme() == null) {
      boolean dark = SystemTheme.isDark();
      store.change(settings -> settings.withDark(dark));
    }
  }

  @Override
  public void start(Stage stage) {
    new WorkbenchWindow(store, runs(), stage).open();
  }

  @Override
  public void stop() {
    store.written().completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private Path runs() {
    String property = System.getProperty("rhobust.runs");
    if (property != null) {
      return Path.of(property);
    }
    String remembered = store.settings().runs();
    return remembered != null
        ? Path.of(remembered)
        : Path.of(System.getProperty("user.home"), "Rhobust", "runs");
  }
}
