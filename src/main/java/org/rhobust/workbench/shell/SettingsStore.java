package org.rhobust.workbench.shell;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.DataException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window's settings in a small file, read at the start and written behind the window's back.
 * Settings that cannot be read or written are a line in the log, no reason to stop.
 */
public final class SettingsStore {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();
  private static final long LARGEST_BYTES = 1_000_000;

  /** A slider that is dragged changes its setting sixty times a second. */
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);

  private final Path file;
  private final Object fileLock = new Object();
  private WindowSettings settings;
  private WindowSettings inFile;
  private boolean scheduled;

  private SettingsStore(Path file, WindowSettings settings) {
    this.file = file;
    this.settings = settings;
    inFile = settings;
  }

  /** Reads the file, off the JavaFX thread; one that is missing or damaged gives the defaults. */
  public static SettingsStore open(Path file) {
    return new SettingsStore(file, read(file));
  }

  /** The file in the user's folder for settings. */
  public static Path userFile() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home"));
    Path folder;
    if (system.contains("mac")) {
      folder = home.resolve("Library/Application Support");
    } else if (system.contains("windows")) {
      folder = environment("APPDATA").orElse(home.resolve("AppData/Roaming"));
    } else {
      folder = environment("XDG_CONFIG_HOME").orElse(home.resolve(".config"));
    }
    return folder.resolve("rhobust").resolve("window.json");
  }

  /** Another file of the window's, in the same folder. */
  Path beside(String name) {
    return file.resolveSibling(name);
  }

  /** The settings as last changed. */
  public synchronized WindowSettings settings() {
    return settings;
  }

  /** Changes the settings, and the file soon after. */
  public synchronized void change(UnaryOperator<WindowSettings> change) {
    settings = change.apply(settings);
    if (!scheduled && !settings.equals(inFile)) {
      scheduled = true;
      LATER.execute(this::write);
    }
  }

  /** Writes at once; done when the file holds what was changed so far, or could not be written. */
  public CompletableFuture<Void> written() {
    return CompletableFuture.runAsync(this::write);
  }

  private void write() {
    synchronized (fileLock) {
      WindowSettings now;
      synchronized (this) {
        scheduled = false;
        now = settings;
        if (now.equals(inFile)) {
          return;
        }
        inFile = now;
      }
      try {
        AtomicFiles.writeString(file, GSON.toJson(now) + "\n");
      } catch (DataException e) {
        LOG.warn("The window's settings are not kept: {}", e.getMessage());
      }
    }
  }

  private static WindowSettings read(Path file) {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new IOException("it is too large");
      }
      WindowSettings read = GSON.fromJson(Files.readString(file), WindowSettings.class);
      return read == null ? WindowSettings.NONE : read;
    } catch (NoSuchFileException e) {
      return WindowSettings.NONE;
    } catch (IOException | RuntimeException e) {
      // Gson tells of damage by exceptions of several kinds.
      LOG.warn("{} is not used: {}", file, e.getMessage());
      return WindowSettings.NONE;
    }
  }

  private static Optional<Path> environment(String variable) {
    return Optional.ofNullable(System.getenv(variable))
        .filter(text -> !text.isBlank())
        .map(Path::of);
  }
}
