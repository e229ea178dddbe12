package org.rhobust.run;

import java.util.Locale;

/** Time spans for people. */
public final class Durations {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /** From here on hours say nothing. */
  private static final long MANY_DAYS = 10 * DAY;

  private Durations() {}

  /** Such as {@code 8 s}, {@code 3 min 05 s}, {@code 2 h 10 min}, {@code 4 d 3 h}, {@code 90 d}. */
  public static String words(double seconds) {
    long whole = Math.round(seconds);
    if (whole < MINUTE) {
      return whole + " s";
    }
    if (whole < HOUR) {
      return pair("%d min %02d s", whole / MINUTE, whole % MINUTE);
    }
    if (whole < DAY) {
      return pair("%d h %02d min", whole / HOUR, whole % HOUR / MINUTE);
    }
    return whole < MANY_DAYS
        ? pair("%d d %d h", whole / DAY, whole % DAY / HOUR)
        : String.format(Locale.ROOT, "%,d d", Math.round((double) whole / DAY));
  }

  private static String pair(String format, long large, long small) {
    return String.format(Locale.ROOT, format, large, small);
  }
}
