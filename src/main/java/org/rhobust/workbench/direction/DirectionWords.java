package org.rhobust.workbench.direction;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.workbench.controls.Format;

/** What a curve shows, in one sentence. */
final class DirectionWords {

  private final DirectionCurve curve;
  private final List<String> names;
  private final String trueClass;
  private final String otherClass;

  private DirectionWords(Question question, DirectionCurve curve) {

    this.curve = curve;
    names = question.request().images().classNames();
    trueClass = "class " + names.get(curve.label());
    otherClass = "class " + names.get(curve.adversarialClass());
  }

  /**
   * The sentence.
   *
   * @param threshold τ, or NaN
   */
  static String of(Answer.Curve answer, double threshold) {
    DirectionWords words = new DirectionWords(answer.question(), answer.curve());
    if (words.curve.norm() == 0) {
      return standstill(answer.question());
    }
    return "%s; %s%s.".formatted(words.overtaking(), words.beyond(), words.rejection(threshold));
  }

  /** Why there is no direction. */
  static String standstill(Question question) {
    return switch (question.request().settings().kind()) {
      case ADVERSARIAL ->
          "The attack did not move: "
              + (question.request().settings().attack().epsilon() == 0
                  ? "ε is 0, so there is nowhere to go."
                  : "no step from %s lowered its objective, so there is no direction to follow. "
                          .formatted(question.request().settings().attack().initialisation())
                      + "Try a random start or a larger step size.");
      case RANDOM -> "ε is too small for a random perturbation: give a larger ε.";
      case BETWEEN -> "Both images are the same: choose another one to go to.";
    };
  }

  private String overtaking() {
    OptionalInt first = first(i -> curve.adversarialConfidences()[i] > trueConfidence(i));
    OptionalInt third = third();
    if (first.isEmpty() && third.isPresent()) {
      return "At ‖δ‖ = %s class %s, which is not drawn, overtakes the true %s, %s does not"
          .formatted(distance(third.getAsInt()), leading(third.getAsInt()), trueClass, otherClass);
    }
    if (first.isEmpty()) {
      return "Up to ‖δ‖ = %s the true %s stays ahead of %s"
          .formatted(Format.number(curve.farthest()), trueClass, otherClass);
    }
    if (first.getAsInt() == 0) {
      return "Even without a perturbation %s is ahead of the true %s"
          .formatted(otherClass, trueClass);
    }
    return "At ‖δ‖ = %s %s overtakes the true %s"
            .formatted(distance(first.getAsInt()), otherClass, trueClass)
        + (third.isEmpty()
            ? ""
            : "; class %s leads from ‖δ‖ = %s"
                .formatted(leading(third.getAsInt()), distance(third.getAsInt())));
  }

  /** Another class than the two that are drawn may come to lead. */
  private OptionalInt third() {
    return first(
        i ->
            curve.predictions()[i] != curve.label()
                && curve.predictions()[i] != curve.adversarialClass());
  }

  private String leading(int i) {
    return names.get(curve.predictions()[i]);
  }

  private String distance(int i) {
    return Format.number(curve.distances()[i]);
  }

  private String beyond() {
    int[] outside =
        IntStream.range(0, curve.distances().length)
            .filter(i -> curve.distances()[i] > curve.epsilon())
            .toArray();
    double high = IntStream.of(outside).mapToDouble(this::confidence).max().orElse(0);
    double low = IntStream.of(outside).mapToDouble(this::confidence).min().orElse(0);
    String end = Format.confidence(high);
    return Format.confidence(low).equals(end) || high - low < 0.05
        ? "beyond ε the confidence stays near " + end
        : "beyond ε the confidence lies between %s and %s".formatted(Format.confidence(low), end);
  }

  /** From where on both curves lie below τ. */
  private String rejection(double threshold) {
    int last = curve.distances().length - 1;
    if (Double.isNaN(threshold) || confidence(last) >= threshold) {
      return "";
    }
    int from = last;
    while (from > 0 && confidence(from - 1) < threshold) {
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

  /** The prediction may be a third class, whose confidence is what τ is held against. */
  private double confidence(int i) {
    return curve.confidences()[i];
  }
}
