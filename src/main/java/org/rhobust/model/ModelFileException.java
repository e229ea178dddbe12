package org.rhobust.model;

import org.rhobust.data.DataException;

/** A model's file or name cannot be used. One line names the file, the field and the cure. */
public class ModelFileException extends DataException {

  /** An exception whose {@code message} says everything. */
  public ModelFileException(String message) {
    super(message);
  }

  /** An exception that keeps {@code cause} for the log. */
  public ModelFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
