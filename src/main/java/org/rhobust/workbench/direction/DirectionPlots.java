package org.rhobust.workbench.direction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.ConfidencePlane;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.DirectionKind;
import org.rhobust.evaluation.DirectionSettings;
import org.rhobust.evaluation.DirectionSummary;
import org.rhobust.evaluation.Directions;
import org.rhobust.plot.Axis;
import org.rhobust.plot.Band;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.HeatMapPlot;
import org.rhobust.plot.Interval;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.plot.Plot;
import org.rhobust.plot.Points;
import org.rhobust.plot.Series;
import org.rhobust.plot.Values;
import org.rhobust.threat.Norms;
import org.rhobust.workbench.controls.AttackWords;
import org.rhobust.workbench.controls.Format;

/** The article's Figure 1, of one image or many, and the plane around it. */
final class DirectionPlots {

  private static final String TRUE_CLASS = "true class";
  private static final String ADVERSARIAL_CLASS = "adversarial class";

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
    return plane((Answer.Plane) answer, named);
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
                ADVERSARIAL_CLASS + " " + images.classNames().get(curve.adversarialClass()),
                ColorRole.ADVERSARIAL,
                curve.distances(),
                curve.adversarialConfidences()));
    if (question.request().settings().kind() == DirectionKind.BETWEEN) {
      plot.marker(
          Marker.vertical(
              curve.norm(),
              "image " + Directions.other(images, curve.index(), question.request().settings()),
              ColorRole.OTHER));
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
    plot.caption(MeanWords.over(summary) + " " + caption(answer.question()));
    if (summary.isEmpty()) {
      return plot.build();
    }
    return plot.series(
            Series.of(TRUE_CLASS, ColorRole.TRUE_CLASS, distances, summary.truth().mean()))
        .series(
            Series.of(
                ADVERSARIAL_CLASS, ColorRole.ADVERSARIAL, distances, summary.adversarial().mean()))
        .band(
            Band.of(
                TRUE_CLASS,
                ColorRole.TRUE_CLASS,
                distances,
                summary.truth().low(),
                summary.truth().high()))
        .band(
            Band.of(
                ADVERSARIAL_CLASS,
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
            .caption(caption(question));
    if (farthest == 0) {
      return plot;
    }
    plot.x(Axis.linear("‖δ‖ along the direction, " + symbol(question)).range(0, farthest))
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

  private static Plot plane(Answer.Plane answer, boolean named) {
    ConfidencePlane plane = answer.plane();
    Question question = answer.question();
    HeatMapPlot.Builder plot =
        HeatMapPlot.builder(title("Confidence over the plane of", question, named))
            .emptyText("No direction: δ = 0")
            .caption(caption(question));
    if (plane.isEmpty()) {
      return plot.build();
    }
    List<HeatMapPlot.Cell> cells = new ArrayList<>();
    for (int i = 0; i < plane.predictions().length; i++) {
      cells.add(new HeatMapPlot.Cell(plane.confidences()[i], plane.predictions()[i]));
    }
    String symbol = symbol(question);
    plot.labels("a along δ̂, " + symbol, "b along η̂ ⊥ δ̂, " + symbol, "confidence")
        .grid(plane.coordinates(), plane.coordinates(), cells)
        .kinds("class", question.request().images().classNames());
    if (plane.ball().length > 0) {
      plot.curve(
          new HeatMapPlot.Curve(
              "ε-ball, ε = " + Format.number(plane.epsilon()),
              ColorRole.THRESHOLD,
              true,
              column(plane.ball(), 0),
              column(plane.ball(), 1)));
    }
    if (plane.path().length > 0) {
      plot.curve(
          new HeatMapPlot.Curve(
              "PGD path",
              ColorRole.ADVERSARIAL,
              false,
              column(plane.path(), 0),
              column(plane.path(), 1)));
    }
    return plot.points(
            Points.filled("image", ColorRole.TRUE_CLASS, new double[] {0}, new double[] {0}))
        .points(
            Points.filled(
                end(question),
                ColorRole.ADVERSARIAL,
                new double[] {plane.direction().norm()},
                new double[] {0}))
        .build();
  }

  private static String end(Question question) {
    return switch (question.request().settings().kind()) {
      case ADVERSARIAL -> "adversarial example";
      case RANDOM -> "random perturbation";
      case BETWEEN -> "other image";
    };
  }

  private static Values column(double[][] rows, int column) {
    return Values.of(Stream.of(rows).mapToDouble(row -> row[column]).toArray());
  }

  private static String symbol(Question question) {
    return Norms.of(question.request().settings().attack().norm()).symbol();
  }

  private static String title(String what, Question question, boolean named) {
    String direction =
        switch (question.request().settings().kind()) {
          case ADVERSARIAL -> "the adversarial direction";
          case RANDOM -> "a random direction";
          case BETWEEN -> "the line to another image";
        };
    String title = what + " " + direction;
    return named ? question.model().title() + ": " + title.toLowerCase(Locale.ROOT) : title;
  }

  /** What the numbers were made with. */
  private static String caption(Question question) {
    DirectionSettings settings = question.request().settings();
    ImageSet images = question.request().images();
    String image =
        question.mode() == Mode.MANY
            ? images.name()
            : "image %d of %s".formatted(question.request().index(), images.name());
    String step = question.model().live() ? " after step " + Format.count(question.step()) : "";
    String direction =
        switch (settings.kind()) {
          case ADVERSARIAL -> "Direction found with " + AttackWords.of(settings.attack());
          case RANDOM ->
              "Random direction of seed %d, %s ε = %s"
                  .formatted(
                      settings.seed(),
                      symbol(question),
                      Format.number(settings.attack().epsilon()));
          case BETWEEN -> "Direction to " + target(question);
        };
    String whose =
        question.attacked().equals(question.model()) ? "" : " on " + question.attacked().title();
    return "%s%s, %s. %s%s. %s"
        .formatted(
            question.model().title(),
            step,
            image,
            direction,
            whose,
            settings.clipped()
                ? "Points are clipped to [0, 1]."
                : "Points are not clipped: beyond ε they may leave [0, 1].");
  }

  private static String target(Question question) {
    DirectionSettings settings = question.request().settings();
    if (question.mode() == Mode.MANY && settings.other() == DirectionSettings.NEXT) {
      return "the next image of another class";
    }
    return "image "
        + Directions.other(question.request().images(), question.request().index(), settings);
  }
}
