package org.rhobust.plot;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
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
