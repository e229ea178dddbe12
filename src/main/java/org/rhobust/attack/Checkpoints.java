package org.rhobust.attack;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * After which steps APGD looks back and may halve its step size (Croce and Hein 2020): w_j =
 * ⌈p_j·T⌉ with p₀ = 0, p₁ = 0.22 and p_{j+1} = p_j + max(p_j − p_{j−1} − 0.03, 0.06).
 */
final class Checkpoints {

  private Checkpoints() {}

  /** The checkpoints of T steps, ascending, without repetition; the first is 0, none exceeds T. */
  static List<Integer> of(int steps) {
    SortedSet<Integer> checkpoints = new TreeSet<>();
    // In hundredths: binary fractions would be rounded up one step too far.
    int before = 0;
    for (int share = 22; before <= 100; ) {
      checkpoints.add((int) ((before * (long) steps + 99) / 100));
      int next = share + Math.max(share - before - 3, 6);
      before = share;
      share = next;
    }
    return List.copyOf(checkpoints);
  }
}
