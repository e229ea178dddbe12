package org.rhobust.workbench.histogram;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rhobust.evaluation.Predictions;

/** Which of an outcome's images are shown, the most confident first. */
enum ExampleFilter {
  /** What the defence misses. */
  GETS_THROUGH("Attacked, still confident") {
    @Override
    List<Example> of(Outcome outcome, double threshold, HistogramBin bin) {
      return outcome.through(threshold).stream().map(Example::throughAt).toList();
    }
  },
  /** Whatever the histogram counts in one bin. */
  IN_BIN("In the bin") {
    @Override
    List<Example> of(Outcome outcome, double threshold, HistogramBin bin) {
      if (bin == null) {
        return List.of();
      }
      return Stream.concat(
              attacked(outcome, bin::contains).stream(), clean(outcome, bin::contains).stream())
          .toList();
    }
  },
  /** What the defence catches. */
  REJECTED_ATTACKED("Attacked, rejected") {
    @Override
    List<Example> of(Outcome outcome, double threshold, HistogramBin bin) {
      return attacked(outcome, confidence -> confidence < threshold).stream()
          .filter(example -> !(example.attack().misclassifiedConfidence() >= threshold))
          .toList();
    }
  },
  /** What the defence costs. */
  REJECTED_CLEAN("Clean, rejected") {
    @Override
    List<Example> of(Outcome outcome, double threshold, HistogramBin bin) {
      return clean(outcome, confidence -> confidence < threshold);
    }
  };

  private static final Comparator<Example> MOST_CONFIDENT =
      Comparator.comparingDouble(Example::confidence).reversed();

  private final String words;

  ExampleFilter(String words) {
    this.words = words;
  }

  /** For people. */
  String words() {
    return words;
  }

  /**
   * The images; none where the threshold is NaN.
   *
   * @param bin the one that was clicked; null for none
   */
  abstract List<Example> of(Outcome outcome, double threshold, HistogramBin bin);

  /** Attacked images by the confidence at their best points, as the histogram counts them. */
  private static List<Example> attacked(Outcome outcome, DoublePredicate confidence) {
    return outcome.result().attacked().stream()
        .filter(image -> confidence.test(image.confidence()))
        .map(Example::atBestPoint)
        .sorted(MOST_CONFIDENT)
        .toList();
  }

  private static List<Example> clean(Outcome outcome, DoublePredicate confidence) {
    Predictions clean = outcome.result().clean();
    return IntStream.range(0, clean.size())
        .filter(i -> confidence.test(clean.confidence(i)))
        .mapToObj(i -> Example.clean(clean, i))
        .sorted(MOST_CONFIDENT)
        .toList();
  }
}
