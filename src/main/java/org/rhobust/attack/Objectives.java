package org.rhobust.attack;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The objectives of the article and of the paper behind it, by name. A new objective is one method
 * and one line here.
 */
public final class Objectives {

  private static final int[] CLASSES = {1};

  /** Far below every logit, and finite: 0 · ∞ would be NaN. */
  private static final float MASKED = -1e30f;

  private static final Map<String, IntFunction<Formula>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("confidence", target -> Objectives::confidence);
    ALL.put("cross-entropy", target -> Objectives::crossEntropy);
    ALL.put("logit", target -> Objectives::logit);
    ALL.put("margin", target -> Objectives::margin);
    ALL.put("targeted", target -> (logits, oneHot) -> targeted(logits, target));
    ALL.put("distal", target -> (logits, oneHot) -> logits.softmax(1).max(CLASSES).neg());
  }

  private Objectives() {}

  /**
   * The objective of this name.
   *
   * @param target the class that {@code targeted} drives towards; others ignore it
   * @throws IllegalArgumentException when there is no such objective, naming those there are
   */
  public static Objective of(String name, int target) {
    if (!ALL.containsKey(name)) {
      throw new IllegalArgumentException(
          "objective '" + name + "' is unknown; use one of " + names());
    }
    return new Named(name, ALL.get(name).apply(target));
  }

  /** As {@link #of(String, int)} for objectives without a target. */
  public static Objective of(String name) {
    return of(name, 0);
  }

  /** The names that {@link #of} takes. */
  public static Set<String> all() {
    return Collections.unmodifiableSet(ALL.keySet());
  }

  /** The names of those that need the true class and nothing else. */
  public static Set<String> untargeted() {
    return Set.of("confidence", "cross-entropy", "logit", "margin");
  }

  /** The names that {@link #of} takes, separated by commas. */
  public static String names() {
    return String.join(", ", ALL.keySet());
  }

  /**
   * −max_{j≠y} softmax_j (article eq. 6). softmax_y − 1 is at most 0, so the true class is never
   * the largest.
   */
  private static NDArray confidence(NDArray logits, NDArray oneHot) {
    return logits.softmax(1).sub(oneHot).max(CLASSES).neg();
  }

  /** −CE = log softmax_y. */
  private static NDArray crossEntropy(NDArray logits, NDArray oneHot) {
    return logits.logSoftmax(1).mul(oneHot).sum(CLASSES);
  }

  /** −max_{j≠y} logit_j. */
  private static NDArray logit(NDArray logits, NDArray oneHot) {
    return logits.add(oneHot.mul(MASKED)).max(CLASSES).neg();
  }

  /** logit_y − max_{j≠y} logit_j (Carlini and Wagner). */
  private static NDArray margin(NDArray logits, NDArray oneHot) {
    return logits.mul(oneHot).sum(CLASSES).add(logit(logits, oneHot));
  }

  /** −softmax_t. */
  private static NDArray targeted(NDArray logits, int target) {
    if (target < 0 || target >= logits.getShape().get(1)) {
      throw new IllegalArgumentException(
          "target %d is outside 0..%d".formatted(target, logits.getShape().get(1) - 1));
    }
    return logits.softmax(1).get(":, {}", target).neg();
  }

  @FunctionalInterface
  private interface Formula {
    NDArray evaluate(NDArray logits, NDArray oneHot);
  }

  private record Named(String name, Formula formula) implements Objective {

    @Override
    public NDArray evaluate(NDArray logits, NDArray oneHot) {
      return formula.evaluate(logits, oneHot);
    }
  }
}
