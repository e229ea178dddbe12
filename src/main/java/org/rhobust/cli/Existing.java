package org.rhobust.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.rhobust.data.DataException;
import org.rhobust.data.DataSets;

/** Tells a name that nobody knows, which is wrong use, from a file that cannot be used. */
final class Existing {

  private Existing() {}

  /**
   * What {@code open} opens.
   *
   * @throws IllegalArgumentException when that fails and {@code nameOrPath} is no file, folder or
   *     data set
   * @throws DataException when it fails otherwise
   */
  static <T> T open(String nameOrPath, Supplier<T> open) {
    try {
      return open.get();
    } catch (DataException e) {
      if (exists(nameOrPath) || isDataSet(nameOrPath)) {
        throw e;
      }
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Whether the registry knows a data set by this name, or one lies at this path. */
  static boolean isDataSet(String nameOrPath) {
    try {
      DataSets.get(nameOrPath);
      return true;
    } catch (DataException e) {
      return false;
    }
  }

  private static boolean exists(String path) {
    try {
      return !path.isBlank() && Files.exists(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
