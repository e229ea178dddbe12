package org.rhobust.run;

/** A run's folder cannot be used; the message names the file and the cure, in one line. */
public final class RunException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunException(String message) {
    super(message);
  }

  RunException(String message, Throwable cause) {
    super(message, cause);
  }
}
