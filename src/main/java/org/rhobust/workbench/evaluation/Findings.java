package org.rhobust.workbench.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.rhobust.evaluation.Scores;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.battery.BestPoint;
import org.rhobust.plot.Plot;
import org.rhobust.report.EvaluationPlots;
import org.rhobust.report.EvaluationScores;

/**
 * What an evaluation says at one threshold about one threat model.
 *
 * @param outcome the evaluation
 * @param truePositiveRate that sets τ
 * @param threat the threat model, as {@link BatteryEntry#threat} names it
 * @param threshold τ; empty where no held-out image is correct
 * @param scores under the threat model, each image by its worst case
 * @param adversaries of the table
 * @param withoutAdversary of the second table
 * @param worst the attacked images that are misclassified and accepted, the most confident first
 * @param plots the histogram, the ROC curve, the security curve and the curve over steps; the last
 *     two may be empty
 */
record Findings(
    Outcome outcome,
    double truePositiveRate,
    String threat,
    OptionalDouble threshold,
    Scores scores,
    List<AttackRow> adversaries,
    List<AttackRow> withoutAdversary,
    List<AttackedImage> worst,
    List<Plot> plots) {

  /** Works everything out, which takes a while where a battery is large. */
  static Findings of(Outcome outcome, double truePositiveRate, String threat) {
    BatteryResult result = outcome.evaluation().result();
    OptionalDouble threshold = result.threshold(truePositiveRate);
    EvaluationScores scores = new EvaluationScores(result, threshold);
    Predicate<BatteryEntry> ofThreat = entry -> entry.adversaryWithin(threat);
    List<AttackedImage> attacked = result.worst(ofThreat);
    int classes = outcome.evaluation().split().images().classes();
    EvaluationPlots plots =
        new EvaluationPlots(result, classes, threshold, threat, outcome.origin());
    return new Findings(
        outcome,
        truePositiveRate,
        threat,
        threshold,
        scores.of(ofThreat),
        AttackRow.adversaries(result, scores),
        AttackRow.withoutAdversary(result, scores),
        worst(outcome, attacked, threshold),
        List.of(
            plots.histogram(),
            plots.roc(),
            plots.errorsOverThreshold(),
            plots.securityCurve(),
            plots.stepsCurve()));
  }

  /** The threat models that the battery attacks in. */
  List<String> threats() {
    return List.copyOf(outcome.evaluation().result().byThreat().keySet());
  }

  private static List<AttackedImage> worst(
      Outcome outcome, List<AttackedImage> attacked, OptionalDouble threshold) {
    double tau = threshold.orElse(0);
    return attacked.stream()
        .filter(image -> shows(outcome, image.index(), image.best(), tau))
        .sorted(Comparator.comparingDouble(AttackedImage::confidence).reversed())
        .toList();
  }

  private static boolean shows(Outcome outcome, int index, BestPoint best, double tau) {
    return best != null
        && best.perturbation() != null
        && best.prediction() >= 0
        && best.prediction() != outcome.evaluation().split().images().label(index)
        && best.confidence() >= tau;
  }
}
