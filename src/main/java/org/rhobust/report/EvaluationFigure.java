package org.rhobust.report;

import java.util.List;
import java.util.OptionalDouble;
import org.rhobust.plot.Figure;
import org.rhobust.plot.Numbers;
import org.rhobust.plot.Plot;
import org.rhobust.run.Evaluation;
import org.rhobust.run.Version;

/**
 * A picture of the report.
 *
 * @param name of its files
 * @param title what it is about
 * @param plot what it shows
 * @param caption how to read it
 * @param settings how its numbers were made
 */
record EvaluationFigure(String name, String title, Plot plot, String caption, String settings) {

  /** All, in the order of the report. */
  static List<EvaluationFigure> of(Evaluation evaluation, OptionalDouble threshold) {
    EvaluationPlots plots =
        new EvaluationPlots(
            evaluation.result(),
            evaluation.split().images().classes(),
            threshold,
            Headline.name(evaluation.result()),
            "");
    String headline = Headline.name(evaluation.result());
    String tau =
        threshold.isPresent()
            ? "τ = %s accepts 99 %% of the correctly classified among the %d held-out images."
                .formatted(Numbers.brief(threshold.getAsDouble()), evaluation.split().heldOut())
            : "There is no threshold, since no held-out image is classified correctly.";
    String title = "Robustness of " + evaluation.model().name();
    String settings =
        "%s, battery %s, %d images of %s, seed %d, Rhobust %s."
            .formatted(
                evaluation.model().name(),
                evaluation.result().battery().name(),
                evaluation.split().attacked(),
                evaluation.split().images().name(),
                evaluation.seed(),
                Version.text());
    return List.of(
        new EvaluationFigure(
            "histogram",
            title,
            plots.histogram(),
            "Confidences of the attacked images before the attack (up) and at the best point of all attacks in %s (down), be the class right or wrong. %s"
                .formatted(headline, tau),
            settings),
        new EvaluationFigure(
            "roc",
            title,
            plots.roc(),
            "Each point is a threshold; the dots are τ. Negatives are the successful attacks in %s on correctly classified images. Positives are all clean images, or only the correctly classified."
                .formatted(headline),
            settings),
        new EvaluationFigure(
            "threshold-curve",
            title,
            plots.errorsOverThreshold(),
            "Errors among the accepted of the attacked images, before the attack and each by its worst case in %s. %s"
                .formatted(headline, tau),
            settings),
        new EvaluationFigure(
            "security-curve",
            title,
            plots.securityCurve(),
            "With ε large enough, an attack that works brings the accuracy down to chance. The curve runs attacks of its own, not the whole battery.",
            settings),
        new EvaluationFigure(
            "steps-curve",
            title,
            plots.stepsCurve(),
            "Whichever way it goes: a curve that still rises at its end says that the attack has not converged.",
            settings));
  }

  /** For files. */
  Figure figure() {
    return new Figure(title, List.of(plot), caption, settings);
  }
}
