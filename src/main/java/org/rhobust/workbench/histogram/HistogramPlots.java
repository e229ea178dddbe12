package org.rhobust.workbench.histogram;

import java.util.OptionalDouble;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.HistogramPlot;
import org.rhobust.plot.Interval;
import org.rhobust.plot.Plot;
import org.rhobust.report.EvaluationPlots;
import org.rhobust.workbench.controls.Format;

/** The article's histograms of clean and attacked confidences, and the ROC curve beside. */
final class HistogramPlots {

  static final int BINS = 40;
  private static final String TITLE = "Test confidences, clean and attacked";

  private HistogramPlots() {}

  /** No data. */
  static Plot empty() {
    return HistogramPlot.builder(TITLE, BINS).emptyText("").build();
  }

  /**
   * The histograms.
   *
   * @param threshold τ, or NaN
   * @param bin to point at; null for none
   */
  static Plot of(Outcome outcome, double threshold, DisplayModel display, HistogramBin bin) {
    HistogramPlot.Builder plot =
        HistogramPlot.builder(TITLE, BINS)
            .mirrored(display.mirroredProperty().get())
            .shares(display.sharesProperty().get())
            .log(display.logProperty().get())
            .group("clean", ColorRole.CLEAN, outcome.result().clean().confidences())
            .group("attacked", ColorRole.ATTACKED, outcome.result().attackedConfidences())
            .caption(outcome.origin());
    if (!Double.isNaN(threshold)) {
      plot.threshold(threshold, "τ = " + Format.confidence(threshold));
    }
    if (bin != null) {
      plot.shaded(new Interval(bin.from(), bin.to(), "", ColorRole.OTHER));
    }
    return plot.build();
  }

  /** Which clean images and which successful attacks every threshold accepts, with τ's point. */
  static Plot roc(Outcome outcome, double threshold) {
    String threat = outcome.result().byThreat().keySet().iterator().next();
    OptionalDouble tau =
        Double.isNaN(threshold) ? OptionalDouble.empty() : OptionalDouble.of(threshold);
    String caption = outcome.origin();
    return new EvaluationPlots(outcome.result(), outcome.images().classes(), tau, threat, caption)
        .roc();
  }
}
