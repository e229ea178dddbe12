package org.rhobust.threat;

/** Refuses values that are out of range, all in the same words. */
public final class Ranges {

  private Ranges() {}

  /**
   * Refuses a value unless it {@code holds}.
   *
   * @param range what it must be, such as "more than 0"
   * @throws IllegalArgumentException with one line that names the value and the range
   */
  public static void require(boolean holds, String name, Object value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is " + value + "; it must be " + range);
    }
  }
}
