package org.rhobust.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Where downloaded data sets live, each in a folder of its name. */
public final class DataFolder {

  /** The environment variable that moves the folder. */
  public static final String VARIABLE = "RHOBUST_DATA";

  private DataFolder() {}

  /**
   * The folder of the system property {@code rhobust.data}, else of the environment variable
   * {@value #VARIABLE}, else {@code Rhobust/data} in the user's home.
   */
  public static Path root() {
    return root(System.getProperty("rhobust.data"), System.getenv(VARIABLE));
  }

  /** The first that is a path, absolute, else the usual place. */
  static Path root(String... wanted) {
    return Stream.of(wanted)
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank())
        .flatMap(DataFolder::path)
        .findFirst()
        .orElseGet(() -> Path.of(System.getProperty("user.home"), "Rhobust", "data"))
        .toAbsolutePath()
        .normalize();
  }

  private static Stream<Path> path(String text) {
    try {
      return Stream.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }
}
