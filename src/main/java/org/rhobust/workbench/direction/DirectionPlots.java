package org.rhobust.workbench.direction;

import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.DirectionKind;
import org.rhobust.evaluation.DirectionSummary;
import org.rhobust.plot.Axis;
import org.rhobust.plot.Band;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.Interval;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.plot.Plot;
import org.rhobust.plot.Series;
import org.rhobust.workbench.controls.Format;

/** The article's Figure 1, of one image or many, and the plane around it. */
final class DirectionPlots {

  private static final String TRUE_CLASS = "true class";

  private DirectionPlots() {}

  /** A plot of nothing, that says why. */
  static Plot empty(String why) {
    return LinePlot.builder("Confidence along a direction").emptyText(why).build();
  }

  /**
   * The plot of an answer.
   *
   * @param threshold τ, or NaN
   * @param named whether the title names the model, to tell it from another beside it
   */
  static Plot of(Answer answer, double threshold, boolean named) {
    if (answer instanceof Answer.Curve curve) {
      return curve(curve, threshold, named);
    }
    if (answer instanceof Answer.Mean mean) {
      return mean(mean, threshold, named);
    }
    return PlanePlot.of((Answer.Plane) answer, named);
  }

  private static Plot curve(Answer.Curve answer, double threshold, boolean named) {
    DirectionCurve curve = answer.curve();
    Question question = answer.question();
    ImageSet images = question.request().images();
    LinePlot.Builder plot = frame(question, threshold, named, curve.epsilon(), curve.farthest());
    if (curve.norm() == 0) {
      return plot.build();
    }
    plot.series(
            Series.of(
                TRUE_CLASS + " " + images.classNames().get(curve.label()),
                ColorRole.TRUE_CLASS,
                curve.distances(),
                curve.trueConfidences()))
        .series(
            Series.of(
                otherClass(question) + " " + images.classNames().get(curve.adversarialClass()),
                ColorRole.ADVERSARIAL,
                curve.distances(),
                curve.adversarialConfidences()));
    boolean atEpsilon = Math.abs(curve.norm() - curve.epsilon()) < 0.01 * curve.epsilon();
    if (!atEpsilon || question.request().settings().kind() == DirectionKind.BETWEEN) {
      plot.marker(Marker.vertical(curve.norm(), end(question), ColorRole.OTHER));
    }
    return plot.build();
  }

  private static Plot mean(Answer.Mean answer, double threshold, boolean named) {
    DirectionSummary summary = answer.summary();
    double[] distances = summary.distances();
    LinePlot.Builder plot =
        frame(
            answer.question(),
            threshold,
            named,
            summary.epsilon(),
            summary.isEmpty() ? 0 : distances[distances.length - 1]);
    plot.caption(MeanWords.over(summary) + " " + DirectionCaption.of(answer.question()));
    if (summary.isEmpty()) {
      return plot.build();
    }
    return plot.series(
            Series.of(TRUE_CLASS, ColorRole.TRUE_CLASS, distances, summary.truth().mean()))
        .series(
            Series.of(
                otherClass(answer.question()),
                ColorRole.ADVERSARIAL,
                distances,
                summary.adversarial().mean()))
        .band(
            Band.of(
                TRUE_CLASS,
                ColorRole.TRUE_CLASS,
                distances,
                summary.truth().low(),
                summary.truth().high()))
        .band(
            Band.of(
                otherClass(answer.question()),
                ColorRole.ADVERSARIAL,
                distances,
                summary.adversarial().low(),
                summary.adversarial().high()))
        .build();
  }

  /** Axes, ε-ball, τ and words; nothing but the words where there is no direction. */
  private static LinePlot.Builder frame(
      Question question, double threshold, boolean named, double epsilon, double farthest) {
    LinePlot.Builder plot =
        LinePlot.builder(title("Confidence along", question, named))
            .emptyText("No direction: δ = 0")
            .caption(DirectionCaption.of(question));
    if (farthest == 0) {
      return plot;
    }
    plot.x(
            Axis.linear("‖δ‖ along the direction, " + DirectionCaption.symbol(question))
                .range(0, farthest))
        .y(Axis.linear("confidence").range(0, 1))
        .interval(
            new Interval(
                0,
                Math.min(epsilon, farthest),
                "ε-ball, ε = " + Format.number(epsilon),
                ColorRole.OTHER));
    if (!Double.isNaN(threshold)) {
      plot.marker(
          Marker.horizontal(threshold, "τ = " + Format.confidence(threshold), ColorRole.THRESHOLD));
    }
    return plot;
  }

  static String title(String what, Question question, boolean named) {
    String direction =
        switch (question.request().settings().kind()) {
          case ADVERSARIAL -> "the adversarial direction";
          case RANDOM -> "a random direction";
          case BETWEEN -> "the line to another image";
        };
    String title = what + " " + direction;
    return named ? question.model().title() : title;
  }

  /** What the pink curve is: a class that only an attack aims at is adversarial. */
  static String otherClass(Question question) {
    boolean adversarial = question.request().settings().kind() == DirectionKind.ADVERSARIAL;
    return adversarial ? "adversarial class" : "other class";
  }

  /** What stands at x + δ. */
  private static String end(Question question) {
    return switch (question.request().settings().kind()) {
      case ADVERSARIAL -> "PGD’s best point";
      case RANDOM -> "random δ";
      case BETWEEN -> DirectionCaption.target(question);
    };
  }
}
