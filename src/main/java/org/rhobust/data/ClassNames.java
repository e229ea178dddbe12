package org.rhobust.data;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Names of classes, and what is meant by one. */
final class ClassNames {

  private ClassNames() {}

  /** The label of the class that {@code word} names, or else is the number of. */
  static OptionalInt find(List<String> names, String word) {
    int byName = names.indexOf(word);
    if (byName >= 0) {
      return OptionalInt.of(byName);
    }
    return word.matches("\\d{1,6}") && Integer.parseInt(word) < names.size()
        ? OptionalInt.of(Integer.parseInt(word))
        : OptionalInt.empty();
  }

  /** For classes that have none: "0", "1", …, K−1. */
  static List<String> numbered(int classes) {
    return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }
}
