package org.rhobust.tensor;

/** The engine or a device cannot be used; the message says why and what to do, in one line. */
public final class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
