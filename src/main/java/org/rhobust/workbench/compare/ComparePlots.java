package org.rhobust.workbench.compare;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.plot.Axis;
import org.rhobust.plot.Bins;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.Figure;
import org.rhobust.plot.HistogramPlot;
import org.rhobust.plot.Interval;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.plot.Plot;
import org.rhobust.plot.Series;
import org.rhobust.run.Evaluation;
import org.rhobust.service.ModelInfo;
import org.rhobust.threat.Norms;
import org.rhobust.workbench.controls.AttackWords;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.controls.ModelTests.Measured;

/** The article's Figures 1 and 3 for one method, with the axes that all three share. */
final class ComparePlots {

  private static final String FIGURE_1 = "Figure 1: along the attack";
  private static final String FIGURE_3 = "Figure 3: confidences";
  private static final int BINS = 20;

  private ComparePlots() {}

  /** Confidence along the adversarial direction of the selected image. */
  static Plot direction(Column column, List<Column> all) {
    return direction(FIGURE_1, column, all);
  }

  private static Plot direction(String title, Column column, List<Column> all) {
    DirectionCurve curve = column.curve();
    LinePlot.Builder plot =
        LinePlot.builder(title)
            .emptyText(curve == null ? emptyText(column) : "The attack did not move");
    if (curve == null || curve.norm() == 0) {
      return plot.build();
    }
    String symbol = Norms.of(column.subject().test().threat().norm()).symbol();
    List<String> names = column.images().classNames();
    plot.x(Axis.linear("‖δ‖, " + symbol).range(0, farthest(all)))
        .y(Axis.linear("confidence").range(0, 1))
        .interval(
            new Interval(
                0, curve.epsilon(), "ε = " + Format.number(curve.epsilon()), ColorRole.OTHER))
        .series(
            Series.of(
                "true: " + names.get(curve.label()),
                ColorRole.TRUE_CLASS,
                curve.distances(),
                curve.trueConfidences()))
        .series(
            Series.of(
                "adversarial: " + names.get(curve.adversarialClass()),
                ColorRole.ADVERSARIAL,
                curve.distances(),
                curve.adversarialConfidences()))
        .caption(
            "%s. Image %d of %s; direction found with %s"
                .formatted(
                    origin(column),
                    curve.index(),
                    column.images().name(),
                    AttackWords.of(
                        ComparisonTests.directionAttack(column.subject().test().threat()))));
    threshold(column)
        .ifPresent(
            tau ->
                plot.marker(
                    Marker.horizontal(tau, "τ = " + Format.confidence(tau), ColorRole.THRESHOLD)));
    return plot.build();
  }

  /** Confidences of clean and attacked test images. */
  static Plot confidences(Column column, List<Column> all) {
    return confidences(FIGURE_3, column, all);
  }

  private static Plot confidences(String title, Column column, List<Column> all) {
    HistogramPlot.Builder plot =
        HistogramPlot.builder(title, BINS).mirrored(true).emptyText(emptyText(column));
    Measured measured = column.measured();
    if (measured == null) {
      return plot.build();
    }
    plot.group("clean", ColorRole.CLEAN, clean(measured))
        .group("attacked", ColorRole.ATTACKED, measured.result().attackedConfidences())
        .reach(fullest(all))
        .caption(origin(column) + ". " + measured.subject().test().words());
    threshold(column).ifPresent(tau -> plot.fixedThreshold(tau, "τ = " + Format.confidence(tau)));
    return plot.build();
  }

  /** Figure 1 of all methods that have one, side by side; empty where none has. */
  static Optional<Figure> directions(List<Column> all) {
    return figure(FIGURE_1, column -> direction(column.method().title(), column, all), all);
  }

  /** Figure 3 of all methods that have one, side by side; empty where none has. */
  static Optional<Figure> allConfidences(List<Column> all) {
    return figure(FIGURE_3, column -> confidences(column.method().title(), column, all), all);
  }

  private static Optional<Figure> figure(
      String title, Function<Column, Plot> panel, List<Column> all) {
    List<Plot> panels = all.stream().map(panel).filter(plot -> !plot.isEmpty()).toList();
    String settings = panels.stream().map(plot -> plot.caption() + ".").collect(joining(" "));
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(new Figure(title, panels, "", settings));
  }

  /** τ at 99 % TPR; empty where the attack has not ended, or there is none. */
  static OptionalDouble threshold(Column column) {
    return column.measured() == null
        ? OptionalDouble.empty()
        : column.measured().result().threshold(Evaluation.TRUE_POSITIVE_RATE);
  }

  /** The method, the model and, where it is known, the seed that it was trained with. */
  private static String origin(Column column) {
    ModelInfo model = column.subject().model();
    boolean seeded = model.description() != null && model.description().seed() != null;
    return "%s: %s%s"
        .formatted(
            column.method().title(),
            model.title(),
            seeded ? ", seed " + model.description().seed() : "");
  }

  private static String emptyText(Column column) {
    return column.status();
  }

  private static double farthest(List<Column> all) {
    return all.stream()
        .map(Column::curve)
        .filter(curve -> curve != null && curve.norm() > 0)
        .mapToDouble(curve -> curve.distances()[curve.distances().length - 1])
        .max()
        .orElse(1);
  }

  private static double fullest(List<Column> all) {
    return all.stream()
        .map(Column::measured)
        .filter(measured -> measured != null)
        .mapToDouble(
            measured ->
                Math.max(
                    fullest(clean(measured)), fullest(measured.result().attackedConfidences())))
        .max()
        .orElse(0);
  }

  private static long fullest(double[] confidences) {
    Bins bins = Bins.count(confidences, BINS);
    return IntStream.range(0, bins.size()).mapToLong(bins::count).max().orElse(0);
  }

  private static double[] clean(Measured measured) {
    return measured.result().clean().confidences();
  }
}
