package org.rhobust.plot;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks where a file should go; tests put their own answer in its place. */
@FunctionalInterface
public interface SaveDialog {

  /**
   * Asks for a file.
   *
   * @param owner the window to stand over, or null
   * @param name the suggested file name, with its extension
   * @param extension the extension without a dot, for example {@code png}
   * @return the answer, or empty when the user changed their mind
   */
  Optional<Path> ask(Window owner, String name, String extension);

  /**
   * Asks for a file and writes it in the background.
   *
   * @param owner as for {@link #ask}
   * @param name likewise
   * @param extension likewise
   * @param write writes the file, away from the JavaFX thread
   * @param tell told in a line what came of it, on the JavaFX thread
   */
  default void save(
      Window owner, String name, String extension, Consumer<Path> write, Consumer<String> tell) {
    ask(owner, name, extension)
        .ifPresent(
            file ->
                CompletableFuture.supplyAsync(() -> outcome(file, write))
                    .thenAcceptAsync(tell, Platform::runLater));
  }

  private static String outcome(Path file, Consumer<Path> write) {
    try {
      write.accept(file);
      return "Saved " + file;
    } catch (RuntimeException e) {
      return "Could not save %s: choose a folder that can be written (%s)"
          .formatted(file, e.getMessage());
    }
  }

  /** The system's dialog. */
  static SaveDialog system() {
    return (owner, name, extension) -> {
      FileChooser chooser = new FileChooser();
      chooser.setTitle("Save " + name);
      chooser.setInitialFileName(name);
      chooser
          .getExtensionFilters()
          .add(
              new FileChooser.ExtensionFilter(
                  extension.toUpperCase(Locale.ROOT), "*." + extension));
      return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    };
  }
}
