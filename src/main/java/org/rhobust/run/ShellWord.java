package org.rhobust.run;

import java.util.regex.Pattern;

/** Words of command lines that can be pasted into a shell. */
public final class ShellWord {

  /** What a shell takes as it stands. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.,:/=@%+-]+");

  private ShellWord() {}

  /** The value as one word, in single quotes where a shell would read more into it. */
  public static String of(Object value) {
    String text = value.toString();
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
