package org.rhobust.data;

/**
 * A file or name from outside cannot be used. The message is one line that names the file, the
 * field and the cure, fit to be shown to a person as it is.
 */
public class DataException extends RuntimeException {

  /** An exception whose {@code message} says everything. */
  public DataException(String message) {
    super(message);
  }

  /** An exception that keeps {@code cause} for the log. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
