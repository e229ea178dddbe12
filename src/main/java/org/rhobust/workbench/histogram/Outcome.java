package org.rhobust.workbench.histogram;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.RejectionMetrics;
import org.rhobust.evaluation.RobustEvaluation;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.run.Evaluation;

/**
 * A battery's result, ready to be asked for any threshold.
 *
 * @param result what the battery did
 * @param evaluation its figures
 * @param images the test set
 * @param glimpse whether it is a training's probe, which flatters the model
 * @param origin the model and the budget, in words
 */
record Outcome(
    BatteryResult result,
    RobustEvaluation evaluation,
    ImageSet images,
    boolean glimpse,
    String origin) {

  static Outcome of(BatteryResult result, ImageSet images, boolean glimpse, String origin) {
    return new Outcome(result, result.evaluation(), images, glimpse, origin);
  }

  /** τ at 99 % TPR; empty where no held-out image is correct. */
  OptionalDouble calibrated() {
    return result.threshold(Evaluation.TRUE_POSITIVE_RATE);
  }

  /** The figures at τ. */
  RejectionMetrics at(double threshold) {
    return Double.isNaN(threshold) ? RejectionMetrics.UNDEFINED : evaluation.at(threshold);
  }

  /** The attacked images that are misclassified and accepted at τ, the most confident first. */
  List<AttackedImage> through(double threshold) {
    return result.attacked().stream()
        .filter(image -> image.misclassifiedConfidence() >= threshold)
        .sorted(Comparator.comparingDouble(AttackedImage::misclassifiedConfidence).reversed())
        .toList();
  }

  /** How many of some images the model misclassifies without an attack. */
  long misclassifiedBefore(List<Example> some) {
    return some.stream().filter(example -> !result.clean().correct(example.index())).count();
  }
}
