package org.rhobust.workbench.histogram;

import javafx.scene.layout.Pane;
import org.rhobust.evaluation.RejectionMetrics;
import org.rhobust.workbench.controls.FigureRow;
import org.rhobust.workbench.controls.Format;

/** The figures at a threshold, each under its name. */
final class Figures {

  private static final double WIDTH = 80;

  private final FigureRow figures;

  Figures(Pane row) {
    figures = new FigureRow(row, WIDTH);
    figures.add("τ", "Threshold: an image of lower confidence is rejected");
    figures.add("TPR", "Accepted among the correctly classified clean images");
    figures.add("Err(τ)", "Clean test error among the accepted images");
    figures.add("RErr(τ)", "Robust test error: errors among the accepted, clean or attacked");
    figures.add("FPR", "Attacked images that are misclassified and accepted, of all");
    figures.add("FPR succ.", "The same of the successful attacks: the point on the ROC curve");
  }

  /** Shows the figures at τ. */
  void show(RejectionMetrics metrics) {
    figures.show("τ", Format.confidence(metrics.threshold()));
    figures.show("TPR", Format.percent(metrics.truePositiveRate()));
    figures.show("Err(τ)", Format.percent(metrics.testError()));
    figures.show("RErr(τ)", Format.percent(metrics.robustTestError()));
    figures.show("FPR", Format.percent(metrics.falsePositiveRate()));
    figures.show("FPR succ.", Format.percent(metrics.falsePositiveRateOfSuccessful()));
  }
}
