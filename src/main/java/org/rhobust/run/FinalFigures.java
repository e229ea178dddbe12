package org.rhobust.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.rhobust.data.CalibrationSplit;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.Inference;
import org.rhobust.evaluation.Predictions;
import org.rhobust.evaluation.RejectionError;
import org.rhobust.evaluation.Threshold;
import org.rhobust.model.Classifier;
import org.rhobust.model.ModelDescription;

/**
 * What is measured of every finished model, on clean images alone: the threshold at 99 % TPR on the
 * last images of the test set, and the error on the others. It says nothing of robustness.
 *
 * @param threshold null where no held-out image is classified correctly
 * @param figures by the names that {@code model.json} gives them
 */
record FinalFigures(ModelDescription.Threshold threshold, Map<String, Double> figures) {

  static FinalFigures measure(Classifier classifier, ImageSet test, Runnable betweenBatches) {
    CalibrationSplit split = CalibrationSplit.of(test);
    Predictions held = Inference.predict(classifier, split.heldOut(), betweenBatches);
    Predictions clean = Inference.predict(classifier, split.rest(), betweenBatches);
    OptionalDouble tau =
        Threshold.atTruePositiveRate(Evaluation.TRUE_POSITIVE_RATE, held.confidencesOfCorrect());
    RejectionError error = RejectionError.clean(clean);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("test_error", error.at(0));
    if (tau.isEmpty()) {
      return new FinalFigures(null, figures);
    }
    figures.put("test_error_at_threshold", error.at(tau.getAsDouble()));
    String calibratedOn = "last %d of %s".formatted(split.heldOut().size(), test.name());
    return new FinalFigures(
        new ModelDescription.Threshold(
            Evaluation.TRUE_POSITIVE_RATE, tau.getAsDouble(), calibratedOn),
        figures);
  }
}
