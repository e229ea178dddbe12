package org.rhobust.data;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Puts an input or output failure into words: Java's own messages are often only a path. */
final class FileErrors {

  private FileErrors() {}

  static DataException cannotRead(Object file, IOException cause) {
    return new DataException("cannot read %s: %s".formatted(file, reason(cause)), cause);
  }

  static DataException cannotWrite(Object file, IOException cause) {
    return new DataException(
        "cannot write %s: %s; choose a folder you can write to".formatted(file, reason(cause)),
        cause);
  }

  /** Why it failed, in a few words. */
  static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return "no such file or folder";
    }
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return "a file stands where a folder is needed";
    }
    String text =
        cause instanceof FileSystemException failure && failure.getReason() != null
            ? failure.getReason()
            : cause.getMessage();
    return text == null || text.isBlank()
        ? cause.getClass().getSimpleName()
        : text.lines().findFirst().map(FileErrors::uncapitalised).orElse("");
  }

  /** Only the first letter: the rest may be a path. */
  private static String uncapitalised(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
