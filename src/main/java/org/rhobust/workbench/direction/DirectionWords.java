package org.rhobust.workbench.direction;

import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.direction.DirectionModel.Found;

/** What a curve shows, in one sentence. */
final class DirectionWords {

  private final Found found;
  private final DirectionCurve curve;
  private final String trueClass;
  private final String otherClass;

  private DirectionWords(Found found) {
    this.found = found;
    curve = found.curve();
    trueClass = "class " + found.images().classNames().get(curve.label());
    otherClass = "class " + found.images().classNames().get(curve.adversarialClass());
  }

  /**
   * The sentence.
   *
   * @param threshold τ, or NaN
   */
  static String of(Found found, double threshold) {
    DirectionWords words = new DirectionWords(found);
    if (words.curve.norm() == 0) {
      return words.standstill();
    }
    return "%s; %s%s.".formatted(words.overtaking(), words.beyond(), words.rejection(threshold));
  }

  private String standstill() {
    return "The attack did not move: "
        + (found.attack().epsilon() == 0
            ? "ε is 0, so there is nowhere to go."
            : "no step from %s lowered its objective, so there is no direction to follow. "
                    .formatted(found.attack().initialisation())
                + "Try a random start or a larger step size.");
  }

  private String overtaking() {
    OptionalInt first = first(i -> curve.adversarialConfidences()[i] > trueConfidence(i));
    if (first.isEmpty()) {
      double end = curve.distances()[curve.distances().length - 1];
      return "Up to ‖δ‖ = %s the true %s stays ahead of %s"
          .formatted(Format.number(end), trueClass, otherClass);
    }
    if (first.getAsInt() == 0) {
      return "Even without a perturbation %s is ahead of the true %s"
          .formatted(otherClass, trueClass);
    }
    return "At ‖δ‖ = %s %s overtakes the true %s"
        .formatted(Format.number(curve.distances()[first.getAsInt()]), otherClass, trueClass);
  }

  private String beyond() {
    int[] outside =
        IntStream.range(0, curve.distances().length)
            .filter(i -> curve.distances()[i] > curve.epsilon())
            .toArray();
    double high = IntStream.of(outside).mapToDouble(this::higher).max().orElse(0);
    double low = IntStream.of(outside).mapToDouble(this::higher).min().orElse(0);
    String end = Format.confidence(high);
    return Format.confidence(low).equals(end) || high - low < 0.05
        ? "beyond ε the confidence stays near " + end
        : "beyond ε the confidence lies between %s and %s".formatted(Format.confidence(low), end);
  }

  /** From where on both curves lie below τ. */
  private String rejection(double threshold) {
    int last = curve.distances().length - 1;
    if (Double.isNaN(threshold) || higher(last) >= threshold) {
      return "";
    }
    int from = last;
    while (from > 0 && higher(from - 1) < threshold) {
      from--;
    }
    return from == 0
        ? ", below τ from the start"
        : ", below τ from ‖δ‖ = " + Format.number(curve.distances()[from]);
  }

  private OptionalInt first(IntPredicate condition) {
    return IntStream.range(0, curve.distances().length).filter(condition).findFirst();
  }

  private double trueConfidence(int i) {
    return curve.trueConfidences()[i];
  }

  private double higher(int i) {
    return Math.max(trueConfidence(i), curve.adversarialConfidences()[i]);
  }
}
