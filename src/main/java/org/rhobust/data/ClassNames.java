package org.rhobust.data;

import java.util.List;
import java.util.stream.IntStream;

/** Names for classes that have none. */
final class ClassNames {

  private ClassNames() {}

  /** "0", "1", …, K−1. */
  static List<String> numbered(int classes) {
    return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }
}
