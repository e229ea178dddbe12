package org.rhobust.workbench.direction;

import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.plot.Axis;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.Interval;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.plot.Plot;
import org.rhobust.plot.Series;
import org.rhobust.threat.Norms;
import org.rhobust.workbench.controls.AttackWords;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.direction.DirectionModel.Found;

/** The article's Figure 1 for one image. */
final class DirectionPlot {

  private DirectionPlot() {}

  /**
   * The plot.
   *
   * @param found null for an empty one
   * @param emptyText what is shown where there is no curve
   * @param threshold τ, or NaN
   */
  static Plot of(Found found, String emptyText, double threshold) {
    LinePlot.Builder plot =
        LinePlot.builder("Confidence along the adversarial direction").emptyText(emptyText);
    if (found == null || found.curve().norm() == 0) {
      return plot.build();
    }
    DirectionCurve curve = found.curve();
    double[] distances = curve.distances();
    String symbol = Norms.of(found.attack().norm()).symbol();
    plot.x(
            Axis.linear("‖δ‖ along the direction, " + symbol)
                .range(0, distances[distances.length - 1]))
        .y(Axis.linear("confidence").range(0, 1))
        .interval(
            new Interval(
                0,
                curve.epsilon(),
                "ε-ball, ε = " + Format.number(curve.epsilon()),
                ColorRole.OTHER))
        .series(
            Series.of(
                "true class " + name(found, curve.label()),
                ColorRole.TRUE_CLASS,
                distances,
                curve.trueConfidences()))
        .series(
            Series.of(
                "adversarial class " + name(found, curve.adversarialClass()),
                ColorRole.ADVERSARIAL,
                distances,
                curve.adversarialConfidences()))
        .caption(
            "Image %d of %s; direction found with %s"
                .formatted(curve.index(), found.images().name(), AttackWords.of(found.attack())));
    if (!Double.isNaN(threshold)) {
      plot.marker(
          Marker.horizontal(threshold, "τ = " + Format.confidence(threshold), ColorRole.THRESHOLD));
    }
    return plot.build();
  }

  private static String name(Found found, int label) {
    return found.images().classNames().get(label);
  }
}
