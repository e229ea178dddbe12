package org.rhobust.workbench.transition;

import java.util.List;
import java.util.Optional;
import org.rhobust.plot.Axis;
import org.rhobust.plot.BarPlot;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.Interval;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.plot.Points;
import org.rhobust.plot.Rug;
import org.rhobust.plot.Series;
import org.rhobust.threat.Norm;
import org.rhobust.transition.Transition;

/**
 * The pictures of a transition.
 *
 * @param target at the marker
 * @param norm of δ
 * @param pins of this norm
 * @param batch of this norm, if there is one
 */
record TransitionPlots(
    TargetAtDistance target, Norm norm, List<Pin> pins, Optional<BatchNorms> batch) {

  private static final int CURVE_POINTS = 401;

  /** λ over ‖δ‖ with the marker, the pinned curves, and where the last batch fell. */
  LinePlot curve() {
    double at = target.distance();
    double end = Math.max(TransitionModel.FARTHEST_IN_EPSILON * target.epsilon(), at);
    LinePlot.Builder plot =
        LinePlot.builder("λ(δ): how much of the label is left")
            .x(Axis.linear("‖δ‖ in " + norm.symbol()).range(0, end))
            .y(Axis.linear("λ").range(0, 1))
            .interval(new Interval(0, target.epsilon(), "‖δ‖ ≤ ε", ColorRole.OTHER))
            .marker(Marker.draggable(at, "‖δ‖ = " + Figures.of(at), ColorRole.THRESHOLD))
            .caption(caption());
    batch.ifPresent(b -> plot.rug(Rug.of("last batch", ColorRole.ATTACKED, b.on(target))));
    for (Pin pin : pins) {
      plot.series(curve(pin.name(), pin.role(), pin.transition(), end));
      plot.points(dot("", pin.role(), at, pin.transition().lambda(at)));
    }
    String name = pins.isEmpty() ? "λ(δ)" : "ρ " + Figures.of(target.rho()) + " now";
    return plot.series(curve(name, ColorRole.ADVERSARIAL, target.transition(), end))
        .points(
            dot("λ = " + Figures.of(target.lambda()), ColorRole.ADVERSARIAL, at, target.lambda()))
        .build();
  }

  private static Series curve(String name, ColorRole role, Transition transition, double end) {
    double[] norms = new double[CURVE_POINTS];
    double[] lambdas = new double[CURVE_POINTS];
    for (int i = 0; i < CURVE_POINTS; i++) {
      norms[i] = end * i / (CURVE_POINTS - 1);
      lambdas[i] = transition.lambda(norms[i]);
    }
    return Series.of(name, role, norms, lambdas);
  }

  private static Points dot(String name, ColorRole role, double x, double y) {
    return Points.filled(name, role, new double[] {x}, new double[] {y});
  }

  /** The target distribution at the marker. */
  BarPlot bars() {
    BarPlot.Builder bars =
        BarPlot.builder("Target distribution at ‖δ‖ = " + Figures.of(target.distance()))
            .xLabel("class (true class: 0)")
            .yLabel("target probability")
            .caption(caption());
    for (int k = 0; k < target.classes(); k++) {
      bars.bar(
          Integer.toString(k),
          k == 0 ? target.trueClass() : target.otherClass(),
          k == 0 ? ColorRole.TRUE_CLASS : ColorRole.OTHER);
    }
    return bars.build();
  }

  private String caption() {
    return "%s, ρ = %s, ε = %s in %s, K = %d"
        .formatted(
            target.transition().formula(),
            Figures.of(target.rho()),
            Figures.of(target.epsilon()),
            norm.symbol(),
            target.classes());
  }
}
