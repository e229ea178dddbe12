package org.rhobust.cli;

/** The user stopped a command; the message says where it stands and how to go on. */
final class StoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoppedException(String message) {
    super(message);
  }
}
