package org.rhobust.workbench.direction;

import org.rhobust.evaluation.DirectionSummary;
import org.rhobust.evaluation.Spread;
import org.rhobust.workbench.controls.Format;

/** What the curves over many images show, in a sentence. */
final class MeanWords {

  private MeanWords() {}

  /** The sentence. */
  static String of(Answer.Mean answer) {
    DirectionSummary summary = answer.summary();
    if (summary.isEmpty()) {
      return DirectionWords.standstill(answer.question());
    }
    int edge = 0;
    while (edge + 1 < summary.distances().length
        && summary.distances()[edge + 1] <= summary.epsilon()) {
      edge++;
    }
    int end = summary.distances().length - 1;
    return "At ‖δ‖ = %s the true class has %s and the adversarial class %s; at %s they have %s and %s. %s"
        .formatted(
            Format.number(summary.distances()[edge]),
            at(summary.truth(), edge),
            at(summary.adversarial(), edge),
            Format.number(summary.distances()[end]),
            at(summary.truth(), end),
            at(summary.adversarial(), end),
            over(summary));
  }

  /** Over which images. */
  static String over(DirectionSummary summary) {
    return "Means and 10 to 90 %% quantiles over the first %s test images%s."
        .formatted(
            Format.count(summary.images()),
            summary.still() == 0
                ? ""
                : ", without the %s that have no direction"
                    .formatted(Format.count(summary.still())));
  }

  private static String at(Spread spread, int place) {
    return "%s (%s–%s)"
        .formatted(
            Format.confidence(spread.mean()[place]),
            Format.confidence(spread.low()[place]),
            Format.confidence(spread.high()[place]));
  }
}
