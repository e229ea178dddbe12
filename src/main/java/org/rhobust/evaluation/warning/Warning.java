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

  /** Raised with its advice, or clear without. */
  static Warning of(String name, boolean raised, String measured, String advice) {
    return new Warning(name, raised ? State.RAISED : State.CLEAR, measured, raised ? advice : "");
  }

  static Warning notMeasured(String name, String why, String advice) {
    return new Warning(name, State.NOT_MEASURED, why, advice);
  }

  /** Whether it speaks against the figures. */
  public boolean raised() {
    return state == State.RAISED;
  }
}
