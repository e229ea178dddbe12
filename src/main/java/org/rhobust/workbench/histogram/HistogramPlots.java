package org.rhobust.workbench.histogram;

import org.rhobust.plot.ColorRole;
import org.rhobust.plot.HistogramPlot;
import org.rhobust.plot.Plot;
import org.rhobust.workbench.controls.Format;

/** The article's histograms of clean and attacked confidences. */
final class HistogramPlots {

  private static final int BINS = 40;
  private static final String EMPTY =
      "Evaluate attacks test images and shows how confident the model is on them, before and after. "
          + "A calibrated model is unsure where it was attacked: a threshold then rejects the attacks.";

  private HistogramPlots() {}

  /**
   * The plot.
   *
   * @param outcome null for an empty one
   * @param threshold τ, or NaN
   */
  static Plot of(Outcome outcome, double threshold, boolean mirrored, boolean shares) {
    HistogramPlot.Builder plot =
        HistogramPlot.builder("Test confidences, clean and attacked", BINS)
            .emptyText(EMPTY)
            .mirrored(mirrored)
            .shares(shares);
    if (outcome == null) {
      return plot.build();
    }
    plot.group("clean", ColorRole.CLEAN, outcome.result().clean().confidences())
        .group("attacked", ColorRole.ATTACKED, outcome.result().attackedConfidences())
        .caption(outcome.origin());
    if (!Double.isNaN(threshold)) {
      plot.threshold(threshold, "τ = " + Format.confidence(threshold));
    }
    return plot.build();
  }
}
