package org.rhobust.evaluation.warning;

/**
 * One way in which figures may flatter a model, and what was found of it.
 *
 * @param name of the check, in a few words
 * @param state whether it was found
 * @param measured what was measured, with its numbers
 * @param advice what to run next; empty where nothing is to be done
 */
public record Warning(String name, State state, String measured, String advice) {

  /** What a check says. */
  public enum State {
    /** The figures cannot be trusted yet. */
    RAISED,
    /** Nothing was found. */
    CLEAR,
    /** The battery did not measure it. */
    NOT_MEASURED
  }

  /** Whether it speaks against the figures. */
  public boolean raised() {
    return state == State.RAISED;
  }
}
