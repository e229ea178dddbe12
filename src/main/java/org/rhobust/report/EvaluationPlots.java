package org.rhobust.report;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.rhobust.evaluation.AttackOutcome;
import org.rhobust.evaluation.ConfidenceSummary;
import org.rhobust.evaluation.Predictions;
import org.rhobust.evaluation.RejectionError;
import org.rhobust.evaluation.RocCurve;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.plot.Axis;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.HistogramPlot;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.plot.Numbers;
import org.rhobust.plot.Plot;
import org.rhobust.plot.Points;
import org.rhobust.plot.Series;
import org.rhobust.threat.Norms;
import org.rhobust.threat.ThreatModel;

/**
 * The plots of an evaluation at one threshold, for the window and for files. The histogram and the
 * ROC curve are about the battery's first threat model.
 */
public final class EvaluationPlots {

  private static final int BINS = 40;
  private static final String AT_THRESHOLD = "RErr at τ";
  private static final String WITHOUT_REJECTION = "RErr without rejection";

  private final BatteryResult result;
  private final int classes;
  private final OptionalDouble threshold;
  private final String threat;
  private final Predicate<BatteryEntry> adversaries;
  private final String caption;

  /**
   * @param classes K
   * @param threshold τ; empty where there is none
   * @param threat the threat model of the histogram and the ROC curve, by its name
   * @param caption below each plot; may be empty
   */
  public EvaluationPlots(
      BatteryResult result, int classes, OptionalDouble threshold, String threat, String caption) {
    this.result = result;
    this.classes = classes;
    this.threshold = threshold;
    this.threat = threat;
    this.caption = caption;
    adversaries = entry -> entry.adversaryWithin(threat);
  }

  /** Confidences of the attacked images before (above) and at the attacks' best points (below). */
  public Plot histogram() {
    double[] attacked =
        result.worst(adversaries).stream().mapToDouble(AttackedImage::confidence).toArray();
    HistogramPlot.Builder plot =
        HistogramPlot.builder("Confidences, clean and attacked in " + threat, BINS)
            .mirrored(true)
            .caption(caption)
            .group("clean", ColorRole.CLEAN, result.clean().confidences())
            .group("attacked", ColorRole.ATTACKED, attacked);
    threshold.ifPresent(tau -> plot.fixedThreshold(tau, label(tau)));
    return plot.build();
  }

  /** Clean images (positives) against successful attacks (negatives), in both forms. */
  public Plot roc() {
    AttackOutcome outcome = result.outcome(adversaries);
    double[] successful = RocCurve.successful(result.clean(), outcome);
    LinePlot.Builder plot =
        LinePlot.builder("ROC: clean images against attacks in " + threat)
            .caption(caption)
            .x(Axis.linear("FPR succ.: attacks accepted").range(0, 1))
            .y(Axis.linear("TPR: clean images accepted").range(0, 1))
            .emptyText(
                "No attack succeeded on a correctly classified image, so there is no ROC curve");
    Predictions clean = result.test();
    if (successful.length > 0 && clean.size() > 0) {
      double[] diagonal = {0, 1};
      plot.series(Series.of("chance", ColorRole.OTHER, diagonal, diagonal));
      roc(plot, "all clean", ColorRole.SERIES_1, clean.confidences(), successful);
      roc(plot, "correct clean", ColorRole.SERIES_3, clean.confidencesOfCorrect(), successful);
    }
    return plot.build();
  }

  /** RErr(τ) and Err(τ) over every τ at which one of them changes. */
  public Plot errorsOverThreshold() {
    RejectionError robust = RejectionError.robust(result.clean(), result.outcome(adversaries));
    RejectionError clean = RejectionError.clean(result.clean());
    double[] thresholds =
        DoubleStream.concat(DoubleStream.of(0, 1), Arrays.stream(robust.thresholds()))
            .sorted()
            .distinct()
            .toArray();
    LinePlot.Builder plot =
        LinePlot.builder("Errors over the threshold in " + threat)
            .caption(caption)
            .x(Axis.linear("threshold τ on the confidence").range(0, 1))
            .y(Axis.linear("error of what is accepted").range(0, 1))
            .series(errors("RErr(τ), attacked", ColorRole.SERIES_2, thresholds, robust))
            .series(errors("Err(τ), clean", ColorRole.SERIES_1, thresholds, clean));
    threshold.ifPresent(tau -> plot.marker(Marker.vertical(tau, label(tau), ColorRole.THRESHOLD)));
    return plot.build();
  }

  private static Series errors(
      String name, ColorRole role, double[] thresholds, RejectionError error) {
    return Series.of(name, role, thresholds, Arrays.stream(thresholds).map(error::at).toArray());
  }

  /** RErr at τ and without rejection, and the accuracy under attack, over ε. */
  public Plot securityCurve() {
    List<AttackResult> curve = result.securityCurve();
    LinePlot.Builder plot =
        LinePlot.builder("Security curve" + images(curve))
            .caption(caption)
            .x(Axis.linear("ε" + norm(curve)).from(0))
            .y(Axis.linear("share of images").range(0, 1))
            .emptyText("The battery has no table [security-curve], so nothing was measured over ε");
    if (!curve.isEmpty()) {
      double[] epsilons = curve.stream().mapToDouble(point -> point.entry().epsilon()).toArray();
      robustErrors(plot, curve, epsilons);
      add(plot, "accuracy", ColorRole.SERIES_1, epsilons, curve, robust -> 1 - robust.at(0));
      plot.marker(Marker.horizontal(1.0 / classes, "accuracy by chance", ColorRole.OTHER));
      result
          .battery()
          .headline()
          .filter(threat -> norm(curve).contains(Norms.of(threat.norm()).symbol()))
          .ifPresent(threat -> plot.marker(epsilon(threat)));
    }
    return plot.build();
  }

  /** RErr at τ and without rejection over the number of steps, whichever way it goes. */
  public Plot stepsCurve() {
    List<AttackResult> curve = result.stepsCurve();
    LinePlot.Builder plot =
        LinePlot.builder("Robust error over steps" + images(curve))
            .caption(caption)
            .x(Axis.log("steps of the attack"))
            .y(Axis.linear("robust error").range(0, 1))
            .emptyText(
                "The battery has no table [steps-curve], so nothing was measured over steps");
    if (!curve.isEmpty()) {
      robustErrors(
          plot, curve, curve.stream().mapToDouble(point -> point.entry().steps()).toArray());
    }
    return plot.build();
  }

  private void roc(
      LinePlot.Builder plot, String name, ColorRole role, double[] positives, double[] negatives) {
    List<RocCurve.Point> points = corners(new RocCurve(positives, negatives).points());
    if (points.isEmpty()) {
      return;
    }
    plot.series(
        Series.of(
            name,
            role,
            points.stream().mapToDouble(RocCurve.Point::falsePositiveRate).toArray(),
            points.stream().mapToDouble(RocCurve.Point::truePositiveRate).toArray()));
    threshold.ifPresent(
        tau -> plot.points(Points.filled("", role, at(tau, negatives), at(tau, positives))));
  }

  /** Without the points along straight runs: thousands of images make few corners. */
  private static List<RocCurve.Point> corners(List<RocCurve.Point> points) {
    int last = points.size() - 1;
    return IntStream.rangeClosed(0, last)
        .filter(i -> i == 0 || i == last || corner(points.get(i - 1), points.get(i + 1)))
        .mapToObj(points::get)
        .toList();
  }

  private static boolean corner(RocCurve.Point before, RocCurve.Point after) {
    return before.falsePositiveRate() != after.falsePositiveRate()
        && before.truePositiveRate() != after.truePositiveRate();
  }

  private static double[] at(double tau, double[] confidences) {
    return new double[] {new ConfidenceSummary(confidences).shareAtLeast(tau).orElseThrow()};
  }

  private void robustErrors(LinePlot.Builder plot, List<AttackResult> curve, double[] budgets) {
    threshold.ifPresent(
        tau ->
            add(plot, AT_THRESHOLD, ColorRole.SERIES_2, budgets, curve, robust -> robust.at(tau)));
    add(plot, WITHOUT_REJECTION, ColorRole.SERIES_4, budgets, curve, robust -> robust.at(0));
  }

  private void add(
      LinePlot.Builder plot,
      String name,
      ColorRole role,
      double[] budgets,
      List<AttackResult> curve,
      ToDoubleFunction<RejectionError> share) {
    double[] shares = curve.stream().mapToDouble(p -> share.applyAsDouble(robust(p))).toArray();
    plot.series(Series.of(name, role, budgets, shares));
    plot.points(Points.filled("", role, budgets, shares));
  }

  private RejectionError robust(AttackResult point) {
    return RejectionError.robust(result.test().first(point.images().size()), point.outcome());
  }

  private static String images(List<AttackResult> curve) {
    return curve.isEmpty() ? "" : ", first %d images".formatted(curve.get(0).images().size());
  }

  private static String norm(List<AttackResult> curve) {
    return curve.stream()
        .flatMap(point -> point.entry().attack().threatModel().stream())
        .findFirst()
        .map(threat -> " in " + Norms.of(threat.norm()).symbol())
        .orElse("");
  }

  private static Marker epsilon(ThreatModel threat) {
    return Marker.vertical(
        threat.epsilon(), "ε = " + Numbers.brief(threat.epsilon()), ColorRole.THRESHOLD);
  }

  private static String label(double tau) {
    return "τ = " + Numbers.brief(tau);
  }
}
