package org.rhobust.workbench.shell;

import java.nio.file.Path;
import javafx.util.StringConverter;

/** A folder as it is kept. */
final class FolderText extends StringConverter<Path> {

  @Override
  public String toString(Path folder) {
    return folder.toString();
  }

  @Override
  public Path fromString(String text) {
    return Path.of(text);
  }
}
