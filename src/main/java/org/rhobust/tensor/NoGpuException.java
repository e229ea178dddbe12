package org.rhobust.tensor;

/** No GPU can be used; the message says why and what to do, in one line. */
final class NoGpuException extends Exception {

  private static final long serialVersionUID = 1L;

  NoGpuException(String message) {
    super(message);
  }

  NoGpuException(String message, Throwable cause) {
    super(message, cause);
  }
}
