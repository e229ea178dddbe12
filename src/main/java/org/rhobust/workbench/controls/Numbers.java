package org.rhobust.workbench.controls;

/** Reads numbers out of fields. */
public final class Numbers {

  private Numbers() {}

  /**
   * A decimal number; a comma counts as the point.
   *
   * @throws IllegalArgumentException in one line when the text is no number
   */
  public static double decimal(String field, String text) {
    try {
      return Double.parseDouble(text.strip().replace(',', '.').replace('−', '-'));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          field + " is '" + text + "'; it must be a number, such as 0.3");
    }
  }

  /**
   * A whole number from {@code least} to {@code most}.
   *
   * @throws IllegalArgumentException in one line when the text is none
   */
  public static int whole(String field, String text, int least, int most) {
    long number = whole(field, text);
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "%s is %d; it must be from %d to %d".formatted(field, number, least, most));
    }
    return (int) number;
  }

  /**
   * A whole number of 64 bits.
   *
   * @throws IllegalArgumentException in one line when the text is none
   */
  public static long whole(String field, String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          field + " is '" + text + "'; it must be a whole number, such as 40");
    }
  }
}
