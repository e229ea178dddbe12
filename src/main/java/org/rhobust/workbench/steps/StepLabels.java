package org.rhobust.workbench.steps;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;

/**
 * The words about a step.
 *
 * @param step what PGD did
 * @param image what would become of the image
 * @param rounded what rounding does to it, and how the other steps fare
 */
record StepLabels(Label step, Label image, Label rounded) {

  void show(ShownStep shown) {
    image.getStyleClass().removeAll(Styles.SUCCESS, Styles.DANGER);
    if (shown.isEmpty()) {
      step.setText("");
      image.setText("");
      rounded.setText("");
      return;
    }
    int index = shown.index();
    double threshold = shown.threshold();
    step.setText(StepWords.step(shown.attack(), index));
    image.setText(StepWords.image(shown.attack(), index, threshold));
    switch (StepWords.verdict(shown.attack(), index, threshold)) {
      case REJECTED -> image.getStyleClass().add(Styles.SUCCESS);
      case PASSES -> {}
      case BREAKS_THROUGH -> image.getStyleClass().add(Styles.DANGER);
    }
    rounded.setText(
        StepWords.rounded(shown.attack(), index, threshold)
            + " "
            + StepWords.overall(shown.attack(), threshold));
  }
}
