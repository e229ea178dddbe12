package org.rhobust.workbench.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.util.StringConverter;

/** Some folders as they are kept, a line each. */
final class FolderList extends StringConverter<List<Path>> {

  @Override
  public String toString(List<Path> folders) {
    return folders.stream().map(Path::toString).collect(Collectors.joining("\n"));
  }

  @Override
  public List<Path> fromString(String text) {
    return text.lines().filter(line -> !line.isBlank()).map(Path::of).toList();
  }
}
