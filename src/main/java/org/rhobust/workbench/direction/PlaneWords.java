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
    List<String> names = answer.question().request().images().classNames();
    return "In this plane the model predicts %s%s.%s"
        .formatted(
            classes(plane, names),
            accepted(plane, threshold),
            plane.path().length == 0 ? "" : " The attack's path is projected on it.");
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
                "class %s%s on %s"
                    .formatted(
                        names.get(e.getKey()),
                        e.getKey() == plane.direction().label() ? " (true)" : "",
                        share(e.getValue(), predictions.length)))
        .collect(Collectors.joining(", "));
  }

  private static String share(long count, int all) {
    return count == all ? "all of it" : "%.1f %%".formatted(100.0 * count / all);
  }

  private static String accepted(ConfidencePlane plane, double threshold) {
    if (Double.isNaN(threshold)) {
      return "";
    }
    int label = plane.direction().label();
    int[] wrong =
        IntStream.range(0, plane.predictions().length)
            .filter(i -> plane.predictions()[i] != label)
            .toArray();
    long accepted = IntStream.of(wrong).filter(i -> plane.confidences()[i] >= threshold).count();
    if (wrong.length == 0) {
      return "";
    }
    return accepted == 0
        ? "; where it is wrong its confidence is below τ = " + Format.confidence(threshold)
        : "; on %.1f %% it is wrong at or above τ = %s"
            .formatted(100.0 * accepted / plane.predictions().length, Format.confidence(threshold));
  }
}
