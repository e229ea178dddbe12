package org.rhobust.report;

import java.util.List;
import org.rhobust.model.ModelDescription;
import org.rhobust.plot.Axis;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.Figure;
import org.rhobust.plot.Interval;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Numbers;
import org.rhobust.plot.Plot;
import org.rhobust.plot.Series;
import org.rhobust.run.Version;
import org.rhobust.threat.Norms;
import org.rhobust.transition.TargetDistribution;
import org.rhobust.transition.Transition;
import org.rhobust.transition.Transitions;

/** The article's Figure 2: λ(δ), and the target distribution that follows from it. */
final class TransitionFigure {

  private static final int POINTS = 601;
  private static final double FARTHEST_IN_EPSILON = 1.2;

  private TransitionFigure() {}

  static Figure of(TransitionSource source) {
    ModelDescription.Transition settings = source.transition();
    Transition transition =
        Transitions.create(settings.family(), settings.rho(), settings.epsilon());
    double[] shares = new double[POINTS];
    double[] lambdas = new double[POINTS];
    double[] trueClass = new double[POINTS];
    double[] otherClass = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      shares[i] = FARTHEST_IN_EPSILON * i / (POINTS - 1);
      lambdas[i] = transition.lambda(shares[i] * settings.epsilon());
      trueClass[i] = TargetDistribution.trueClass(lambdas[i], source.classes());
      otherClass[i] = TargetDistribution.otherClass(lambdas[i], source.classes());
    }
    String symbol = Norms.of(source.norm()).symbol();
    Axis x = Axis.linear("‖δ‖/ε in " + symbol).range(0, FARTHEST_IN_EPSILON);
    Interval ball = new Interval(0, 1, "‖δ‖ ≤ ε", ColorRole.OTHER);
    Plot lambda =
        LinePlot.builder("Transition λ(δ)")
            .x(x)
            .y(Axis.linear("λ(δ), the weight of the label").range(0, 1))
            .interval(ball)
            .series(Series.of("λ(δ)", ColorRole.THRESHOLD, shares, lambdas))
            .build();
    Plot target =
        LinePlot.builder("Target distribution")
            .x(x)
            .y(Axis.linear("target probability").range(0, 1))
            .interval(ball)
            .series(Series.of("true class", ColorRole.TRUE_CLASS, shares, trueClass))
            .series(Series.of("each other class", ColorRole.OTHER, shares, otherClass))
            .build();
    return new Figure(
        "From the label to the uniform distribution",
        List.of(lambda, target),
        ("Figure 2: The transition %s (left) and the training target it gives (right): the true label"
                + " weighted by λ(δ) plus the uniform distribution weighted by 1 − λ(δ). The true"
                + " class is blue, each of the %d other classes grey.")
            .formatted(transition.formula(), source.classes() - 1),
        ("%s: %s, ρ = %s, ε = %s (%s), K = %d classes. Rhobust %s.")
            .formatted(
                source.origin(),
                settings.family(),
                Numbers.brief(settings.rho()),
                Numbers.brief(settings.epsilon()),
                symbol,
                source.classes(),
                Version.text()));
  }
}
