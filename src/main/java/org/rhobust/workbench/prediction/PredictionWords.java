package org.rhobust.workbench.prediction;

import java.util.ArrayList;
import java.util.List;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.Prediction;
import org.rhobust.model.ImageShape;
import org.rhobust.workbench.controls.Format;

/** What a prediction says, in words. */
final class PredictionWords {

  private PredictionWords() {}

  /**
   * The predicted class, by the name that the test images have for it.
   *
   * @param images null where there are none
   */
  static String predictedClass(PredictedPicture predicted, ImageSet images) {
    int number = predicted.prediction().predictedClass();
    if (number < 0) {
      return "No class";
    }
    return "Class " + predicted.classNames(images).get(number);
  }

  /** The confidence, with as many digits as set it apart from τ. */
  static String confidence(Prediction prediction, double threshold) {
    return prediction.finite()
        ? "Confidence " + Format.apartFrom(threshold, prediction.confidence())
        : "The output is not a finite number: check the model.";
  }

  /** Accepted or rejected at τ; NaN where there is none. */
  static String verdict(Prediction prediction, double threshold) {
    if (Double.isNaN(threshold)) {
      return "No threshold known";
    }
    String tau =
        prediction.finite()
            ? Format.apartFrom(prediction.confidence(), threshold)
            : Format.confidence(threshold);
    return (prediction.accepted(threshold) ? "Accepted at τ = " : "Rejected at τ = ") + tau;
  }

  /** What was done to the picture; empty where nothing was. */
  static String note(PredictedPicture predicted) {
    ImageShape input = predicted.model().input();
    List<String> done = new ArrayList<>();
    if (predicted.picture().scaled()) {
      done.add("scaled to %d × %d, letter-boxed on black".formatted(input.width(), input.height()));
    }
    if (predicted.picture().recoloured()) {
      done.add(input.channels() == 1 ? "colour turned to grey" : "grey turned to colour");
    }
    if (done.isEmpty()) {
      return "";
    }
    String text = String.join(", ", done);
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}
