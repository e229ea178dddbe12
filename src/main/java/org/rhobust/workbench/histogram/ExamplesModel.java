package org.rhobust.workbench.histogram;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.rhobust.workbench.controls.Format;

/** Which examples of an outcome are shown. */
final class ExamplesModel {

  private final ObjectProperty<ExampleFilter> filter =
      new SimpleObjectProperty<>(this, "filter", ExampleFilter.GETS_THROUGH);
  private final ObjectProperty<HistogramBin> bin = new SimpleObjectProperty<>(this, "bin");

  ObjectProperty<ExampleFilter> filterProperty() {
    return filter;
  }

  /** The bin that was clicked last; null before. */
  ObjectProperty<HistogramBin> binProperty() {
    return bin;
  }

  /** Shows the examples of the bin at this confidence. */
  void pick(double confidence) {
    show(HistogramBin.at(confidence, HistogramPlots.BINS));
  }

  /** Shows the examples so many bins higher; those of the highest bin where none was clicked. */
  void step(int bins) {
    HistogramBin last = HistogramBin.at(1, HistogramPlots.BINS);
    show(bin.get() == null ? last : bin.get().plus(bins));
  }

  private void show(HistogramBin chosen) {
    bin.set(chosen);
    filter.set(ExampleFilter.IN_BIN);
  }

  /** The bin whose examples are shown; null where others are. */
  HistogramBin shownBin() {
    return filter.get() == ExampleFilter.IN_BIN ? bin.get() : null;
  }

  List<Example> of(Outcome outcome, double threshold) {
    return filter.get().of(outcome, threshold, bin.get());
  }

  /** What the examples are, in a sentence. */
  String title(Outcome outcome, double threshold, List<Example> examples) {
    if (filter.get() == ExampleFilter.IN_BIN) {
      return bin(examples);
    }
    if (Double.isNaN(threshold)) {
      return "No threshold: none of the held-out images is classified correctly";
    }
    boolean clean = filter.get() == ExampleFilter.REJECTED_CLEAN;
    String all =
        Format.count(outcome.result().attacked().size()) + (clean ? " clean" : " attacked");
    boolean through = filter.get() == ExampleFilter.GETS_THROUGH;
    if (examples.isEmpty()) {
      return "None of the %s images %s".formatted(all, through ? "gets through" : "is rejected");
    }
    return "%s of %s images %s%s"
        .formatted(
            Format.count(examples.size()),
            all,
            through ? "get through: misclassified, confidence ≥ τ" : "are rejected: confidence < τ",
            wrongBefore(outcome, examples));
  }

  private String bin(List<Example> examples) {
    if (bin.get() == null) {
      return "Click a bar of the histogram, or press ↑ or ↓ on it, to see its images";
    }
    long attacked = examples.stream().filter(Example::attacked).count();
    return "Confidence %s: %s clean and %s attacked images"
        .formatted(
            bin.get().words(), Format.count(examples.size() - attacked), Format.count(attacked));
  }

  private static String wrongBefore(Outcome outcome, List<Example> examples) {
    long wrong = outcome.misclassifiedBefore(examples);
    return wrong == 0 ? "" : " (%s misclassified even unattacked)".formatted(Format.count(wrong));
  }
}
