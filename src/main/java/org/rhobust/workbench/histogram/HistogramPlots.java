package org.rhobust.workbench.histogram;

import org.rhobust.plot.ColorRole;
import org.rhobust.plot.HistogramPlot;
import org.rhobust.plot.Plot;
import org.rhobust.workbench.controls.Format;

/** The article's histograms of clean and attacked confidences. */
final class HistogramPlots {

  private static final int BINS = 40;
  private static final String TITLE = "Test confidences, clean and attacked";
  private static final String EMPTY =
      "Evaluate attacks test images and shows how confident the model is on them, before and after. "
          + "A calibrated model is unsure where it was attacked: a threshold then rejects the attacks.";

  private HistogramPlots() {}

  /**
   * No data yet, and how to get them.
   *
   * @param model whether there is a model to evaluate
   */
  static Plot empty(boolean model) {
    return HistogramPlot.builder(TITLE, BINS)
        .emptyText((model ? "" : "Open a model, or start a training. ") + EMPTY)
        .build();
  }

  /**
   * The plot.
   *
   * @param threshold τ, or NaN
   */
  static Plot of(Outcome outcome, double threshold, boolean mirrored, boolean shares) {
    HistogramPlot.Builder plot =
        HistogramPlot.builder(TITLE, BINS).mirrored(mirrored).shares(shares);
    plot.group("clean", ColorRole.CLEAN, outcome.result().clean().confidences())
        .group("attacked", ColorRole.ATTACKED, outcome.result().attackedConfidences())
        .caption(outcome.origin());
    if (!Double.isNaN(threshold)) {
      plot.threshold(threshold, "τ = " + Format.confidence(threshold));
    }
    return plot.build();
  }
}
