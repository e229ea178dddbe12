package org.rhobust.workbench.shell;

import java.util.Locale;
import java.util.OptionalInt;

/** How well a title fits what was typed: its letters in order, best at the starts of words. */
final class Fuzzy {

  private static final int START_OF_WORD = 8;
  private static final int ADJACENT = 5;
  private static final int WHOLE = 20;

  private Fuzzy() {}

  /**
   * The fit of a title to the words typed, in any order.
   *
   * @return higher for better; 0 where nothing is typed; empty where it does not fit
   */
  static OptionalInt score(String typed, String title) {
    String text = title.toLowerCase(Locale.ROOT);
    int sum = 0;
    for (String word : typed.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      int best = best(word, text);
      if (best < 0) {
        return OptionalInt.empty();
      }
      sum += best;
    }
    return OptionalInt.of(sum);
  }

  /** The best over all places where the word may begin; -1 for none. */
  private static int best(String word, String text) {
    if (word.isEmpty()) {
      return 0;
    }
    int best = -1;
    for (int from = text.indexOf(word.charAt(0));
        from >= 0;
        from = text.indexOf(word.charAt(0), from + 1)) {
      best = Math.max(best, from(word, text, from));
    }
    return best;
  }

  private static int from(String word, String text, int from) {
    int score = text.startsWith(word, from) ? WHOLE : 0;
    int at = from - 1;
    for (int i = 0; i < word.length(); i++) {
      int next = text.indexOf(word.charAt(i), at + 1);
      if (next < 0) {
        return -1;
      }
      boolean starts = next == 0 || !Character.isLetterOrDigit(text.charAt(next - 1));
      score += 1 + (starts ? START_OF_WORD : 0) + (i > 0 && next == at + 1 ? ADJACENT : 0);
      at = next;
    }
    return score;
  }
}
