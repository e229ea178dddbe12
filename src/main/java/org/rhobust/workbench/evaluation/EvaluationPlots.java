package org.rhobust.workbench.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.rhobust.evaluation.AttackOutcome;
import org.rhobust.evaluation.ConfidenceSummary;
import org.rhobust.evaluation.RocCurve;
import org.rhobust.evaluation.Scores;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.plot.Axis;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.HistogramPlot;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.plot.Plot;
import org.rhobust.plot.Points;
import org.rhobust.plot.Series;
import org.rhobust.report.EvaluationScores;
import org.rhobust.workbench.controls.Format;

/** The pictures of an evaluation at a threshold. */
final class EvaluationPlots {

  private static final int BINS = 40;

  private final BatteryResult result;
  private final int classes;
  private final OptionalDouble threshold;
  private final String threat;
  private final String origin;

  /**
   * @param threshold τ; empty where there is none
   * @param threat the threat model of the histogram and the ROC curve
   */
  EvaluationPlots(Outcome outcome, OptionalDouble threshold, String threat) {
    result = outcome.evaluation().result();
    classes = outcome.evaluation().split().images().classes();
    this.threshold = threshold;
    this.threat = threat;
    origin = outcome.origin();
  }

  /** The article's Figure 3: clean and attacked confidences, with τ. */
  Plot histogram(List<AttackedImage> attacked) {
    HistogramPlot.Builder plot =
        HistogramPlot.builder("Confidences within " + threat, BINS)
            .group("clean", ColorRole.CLEAN, result.clean().confidences())
            .group(
                "attacked",
                ColorRole.ATTACKED,
                attacked.stream().mapToDouble(AttackedImage::confidence).toArray())
            .mirrored(true)
            .caption(origin);
    threshold.ifPresent(tau -> plot.fixedThreshold(tau, "τ = " + Format.confidence(tau)));
    return plot.build();
  }

  /** Clean images accepted against successful attacks accepted, over all thresholds. */
  Plot roc(AttackOutcome attack) {
    double[] successful = successful(attack);
    LinePlot.Builder plot =
        LinePlot.builder("ROC: clean against attacks")
            .x(Axis.linear("successful attacks accepted").range(0, 1))
            .y(Axis.linear("clean accepted").range(0, 1))
            .emptyText("No attack was successful: there is nothing to tell from clean images.")
            .caption(origin);
    if (successful.length > 0) {
      double[] clean = result.test().confidences();
      double[] correct = result.test().confidencesOfCorrect();
      double[] diagonal = {0, 1};
      plot.series(roc("all clean", ColorRole.SERIES_1, new RocCurve(clean, successful)))
          .series(roc("correct clean", ColorRole.SERIES_3, new RocCurve(correct, successful)))
          .series(Series.of("chance", ColorRole.OTHER, diagonal, diagonal));
      threshold.ifPresent(
          tau ->
              plot.points(
                  Points.filled(
                      "at τ",
                      ColorRole.THRESHOLD,
                      new double[] {accepted(successful, tau)},
                      new double[] {accepted(clean, tau)})));
    }
    return plot.build();
  }

  /** The errors as the ball grows; the accuracy must reach chance. */
  Plot securityCurve(EvaluationScores scores) {
    List<AttackResult> curve = result.securityCurve();
    double[] epsilons = values(curve, point -> point.entry().epsilon());
    LinePlot.Builder plot =
        LinePlot.builder("Security curve")
            .x(Axis.linear("ε"))
            .y(Axis.linear("share of images").range(0, 1))
            .emptyText("This battery has no security curve.")
            .caption(origin);
    if (!curve.isEmpty()) {
      double[] errors = values(curve, point -> robustError(scores.of(point)));
      double[] rejecting = values(curve, point -> robustErrorAtThreshold(scores.of(point)));
      double[] accuracy = values(curve, point -> 1 - robustError(scores.of(point)));
      plot.series(Series.of("RErr(τ)", ColorRole.ATTACKED, epsilons, rejecting))
          .series(Series.of("RErr", ColorRole.SERIES_1, epsilons, errors))
          .series(Series.of("accuracy", ColorRole.CLEAN, epsilons, accuracy))
          .points(Points.filled("measured", ColorRole.ATTACKED, epsilons, rejecting))
          .marker(Marker.horizontal(1.0 / classes, "chance accuracy", ColorRole.OTHER));
    }
    return plot.build();
  }

  /** The errors as the attack takes more steps; they must have settled. */
  Plot stepsCurve(EvaluationScores scores) {
    List<AttackResult> curve = result.stepsCurve();
    double[] steps = values(curve, point -> point.entry().steps());
    double[] rejecting = values(curve, point -> robustErrorAtThreshold(scores.of(point)));
    double[] errors = values(curve, point -> robustError(scores.of(point)));
    return LinePlot.builder("Robust error over steps")
        .x(Axis.log("steps of the attack"))
        .y(Axis.linear("robust error").range(0, 1))
        .series(Series.of("RErr(τ)", ColorRole.ATTACKED, steps, rejecting))
        .series(Series.of("RErr", ColorRole.SERIES_1, steps, errors))
        .points(Points.filled("measured", ColorRole.ATTACKED, steps, rejecting))
        .emptyText("This battery has no curve over steps.")
        .caption(origin)
        .build();
  }

  private static Series roc(String name, ColorRole role, RocCurve curve) {
    List<RocCurve.Point> points = curve.points();
    String title =
        curve.area().isPresent()
            ? "%s, AUC %s".formatted(name, Format.confidence(curve.area()))
            : name;
    return Series.of(
        title,
        role,
        points.stream().mapToDouble(RocCurve.Point::falsePositiveRate).toArray(),
        points.stream().mapToDouble(RocCurve.Point::truePositiveRate).toArray());
  }

  /** The highest confidence of an error, for each image that only the attack makes one of. */
  private double[] successful(AttackOutcome attack) {
    return IntStream.range(0, attack.size())
        .filter(i -> result.clean().correct(i) && attack.misclassified(i))
        .mapToDouble(attack::misclassifiedConfidence)
        .toArray();
  }

  private static double accepted(double[] confidences, double tau) {
    return new ConfidenceSummary(confidences).shareAtLeast(tau).orElse(Double.NaN);
  }

  private static double robustError(Scores scores) {
    return scores.robustError().orElse(Double.NaN);
  }

  private static double robustErrorAtThreshold(Scores scores) {
    return scores.robustErrorAtThreshold().orElse(Double.NaN);
  }

  private static double[] values(List<AttackResult> curve, ToDoubleFunction<AttackResult> value) {
    return curve.stream().mapToDouble(value).toArray();
  }
}
