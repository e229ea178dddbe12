package org.rhobust.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Orders in which images are taken. */
final class ImageOrder {

  private ImageOrder() {}

  /**
   * {@code n} different indices of 0..size−1, in the order in which they were drawn with {@code
   * seed}; fewer are the first of more.
   */
  static int[] drawn(int size, int n, long seed) {
    int[] order = IntStream.range(0, size).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i, size);
      int drawn = order[j];
      order[j] = order[i];
      order[i] = drawn;
    }
    return Arrays.copyOf(order, n);
  }

  /**
   * The rule for what a user brings, so that an index means one image everywhere: images in the
   * order of their classes are shuffled, as the first and the last would else be of one class. The
   * seed is the first of 0, 1, … that leaves that order, so that nothing is shuffled twice.
   *
   * @param label the class of each of 0..size−1
   * @return empty where the images are not in the order of their classes
   */
  static Optional<int[]> mixed(int size, IntUnaryOperator label) {
    int[] order = IntStream.range(0, size).toArray();
    if (!byClass(order, label)) {
      return Optional.empty();
    }
    for (long seed = 0; byClass(order, label); seed++) {
      order = drawn(size, size, seed);
    }
    return Optional.of(order);
  }

  /** Whether there are several classes, one after the other. */
  private static boolean byClass(int[] order, IntUnaryOperator label) {
    int last = order.length - 1;
    return last > 0
        && label.applyAsInt(order[0]) != label.applyAsInt(order[last])
        && IntStream.rangeClosed(1, last)
            .allMatch(i -> label.applyAsInt(order[i - 1]) <= label.applyAsInt(order[i]));
  }
}
