package org.rhobust.workbench.transition;

import org.rhobust.plot.Axis;
import org.rhobust.plot.BarPlot;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.Interval;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.plot.Points;
import org.rhobust.plot.Series;
import org.rhobust.threat.Norm;

/** The pictures of a transition. */
final class TransitionPlots {

  private static final int CURVE_POINTS = 401;

  private TransitionPlots() {}

  static LinePlot curve(TargetAtDistance target, Norm norm) {
    double end =
        Math.max(TransitionModel.FARTHEST_IN_EPSILON * target.epsilon(), target.distance());
    double[] norms = new double[CURVE_POINTS];
    double[] lambdas = new double[CURVE_POINTS];
    for (int i = 0; i < CURVE_POINTS; i++) {
      norms[i] = end * i / (CURVE_POINTS - 1);
      lambdas[i] = target.transition().lambda(norms[i]);
    }
    double at = target.distance();
    return LinePlot.builder("λ(δ): how much of the label is left")
        .x(Axis.linear("‖δ‖ in " + norm.symbol()).range(0, end))
        .y(Axis.linear("λ").range(0, 1))
        .interval(new Interval(0, target.epsilon(), "‖δ‖ ≤ ε", ColorRole.OTHER))
        .series(Series.of("λ(δ)", ColorRole.ADVERSARIAL, norms, lambdas))
        .marker(Marker.draggable(at, "‖δ‖ = " + Figures.of(at), ColorRole.THRESHOLD))
        .points(
            Points.filled(
                "λ = " + Figures.of(target.lambda()),
                ColorRole.ADVERSARIAL,
                new double[] {at},
                new double[] {target.lambda()}))
        .caption(caption(target))
        .build();
  }

  static BarPlot bars(TargetAtDistance target) {
    BarPlot.Builder bars =
        BarPlot.builder("Target distribution at ‖δ‖ = " + Figures.of(target.distance()))
            .xLabel("class (true class: 0)")
            .yLabel("target probability")
            .caption(caption(target));
    for (int k = 0; k < target.classes(); k++) {
      bars.bar(
          Integer.toString(k),
          k == 0 ? target.trueClass() : target.otherClass(),
          k == 0 ? ColorRole.TRUE_CLASS : ColorRole.OTHER);
    }
    return bars.build();
  }

  private static String caption(TargetAtDistance target) {
    return target.transition().formula()
        + ", ρ = "
        + Figures.of(target.rho())
        + ", ε = "
        + Figures.of(target.epsilon())
        + ", K = "
        + target.classes();
  }
}
