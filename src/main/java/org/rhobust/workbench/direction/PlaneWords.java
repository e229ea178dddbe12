package org.rhobust.workbench.direction;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rhobust.evaluation.ConfidencePlane;
import org.rhobust.workbench.controls.Format;

/** What a plane shows, in a sentence. */
final class PlaneWords {

  private static final int MOST_CLASSES = 3;

  private PlaneWords() {}

  /**
   * The sentence.
   *
   * @param threshold τ, or NaN
   */
  static String of(Answer.Plane answer, double threshold) {
    ConfidencePlane plane = answer.plane();
    if (plane.isEmpty()) {
      return DirectionWords.standstill(answer.question());
    }
    return "In this plane the model predicts %s%s. White lines are where the prediction changes.%s"
        .formatted(
            classes(plane, answer.question().request().images().classNames()),
            accepted(plane, threshold),
            plane.path().length == 0 ? "" : " The attack's path is projected on the plane.");
  }

  private static String classes(ConfidencePlane plane, List<String> names) {
    int[] predictions = plane.predictions();
    Map<Integer, Long> counts =
        IntStream.of(predictions)
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_CLASSES)
        .map(
            e ->
                "class %s%s on %d %%"
                    .formatted(
                        names.get(e.getKey()),
                        e.getKey() == plane.direction().label() ? " (true)" : "",
                        Math.round(100.0 * e.getValue() / predictions.length)))
        .collect(Collectors.joining(", "));
  }

  private static String accepted(ConfidencePlane plane, double threshold) {
    if (Double.isNaN(threshold)) {
      return "";
    }
    int label = plane.direction().label();
    long wrong =
        IntStream.range(0, plane.predictions().length)
            .filter(i -> plane.predictions()[i] != label && plane.confidences()[i] >= threshold)
            .count();
    return wrong == 0
        ? ", and where it is wrong its confidence is below τ = " + Format.confidence(threshold)
        : ", wrongly and at or above τ = %s on %.1f %%"
            .formatted(Format.confidence(threshold), 100.0 * wrong / plane.predictions().length);
  }
}
