package org.rhobust.workbench.histogram;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.rhobust.service.ModelInfo;
import org.rhobust.workbench.WorkbenchContext;

/** What stands in place of the histograms before there are any, with the button that makes them. */
final class EmptyHistogram {

  private static final String TEACHES =
      "Here stands how confident the model is on test images, before and after attacks. A"
          + " calibrated model is unsure where it was attacked, so a threshold τ rejects the"
          + " attacks; you set it on the histogram and see what gets through.";

  private final HistogramModel model;
  private final WorkbenchContext context;
  private final Label text;
  private final Button fill;

  EmptyHistogram(HistogramModel model, WorkbenchContext context, Label text, Button fill) {
    this.model = model;
    this.context = context;
    this.text = text;
    this.fill = fill;
  }

  void show() {
    ModelInfo selected = context.selection().modelProperty().get();
    if (selected == null || selected.live()) {
      String first =
          selected == null
              ? "Open a model above, or train one."
              : "The training's probes fill it, on the test images of its own data.";
      text.setText(TEACHES + "\n\n" + first);
      fill.setText(selected == null ? "Train a model" : "Go to the training");
      fill.setOnAction(e -> context.show().accept("training"));
    } else {
      String problem = model.glimpseProblemProperty().get();
      String glimpse =
          problem.isEmpty()
              ? "A first glimpse of the model is under way."
              : "A first glimpse of the model failed: " + problem;
      text.setText(TEACHES + "\n\n" + glimpse);
      fill.setText("Evaluate thoroughly");
      fill.setOnAction(e -> model.evaluate());
    }
  }
}
