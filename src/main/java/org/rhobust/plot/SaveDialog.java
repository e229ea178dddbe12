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
import org.rhobust.data.DataException;

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
   * @param tell told in a line that it was saved, on the JavaFX thread
   * @param warn told why it was not, in a line that names the cure, likewise
   */
  default void save(
      Window owner,
      String name,
      String extension,
      Consumer<Path> write,
      Consumer<String> tell,
      Consumer<Throwable> warn) {
    ask(owner, name, extension)
        .ifPresent(
            file ->
                CompletableFuture.runAsync(() -> write.accept(file))
                    .whenCompleteAsync(
                        (done, problem) -> {
                          if (problem == null) {
                            tell.accept("Saved " + file);
                          } else {
                            warn.accept(notSaved(file, problem));
                          }
                        },
                        Platform::runLater));
  }

  private static DataException notSaved(Path file, Throwable problem) {
    Throwable cause = problem.getCause() == null ? problem : problem.getCause();
    return new DataException(
        "Could not save %s: choose a folder that can be written (%s)"
            .formatted(file, cause.getMessage()),
        cause);
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
