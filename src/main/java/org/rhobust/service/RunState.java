package org.rhobust.service;

/** Where a training stands. */
public enum RunState {
  /** No training yet. */
  IDLE,
  /** The engine loads, the data are read, the thread count is measured. */
  PREPARING,
  RUNNING,
  PAUSED,
  /** All steps done; the final model is on disk. */
  FINISHED,
  /** Ended by the user after a checkpoint; can be resumed from its folder. */
  STOPPED,
  /** Ended by an error, which the message tells. */
  FAILED;

  /** Whether a training is under way, so that no other can start. */
  public boolean active() {
    return this == PREPARING || this == RUNNING || this == PAUSED;
  }
}
