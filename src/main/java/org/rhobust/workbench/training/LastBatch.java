package org.rhobust.workbench.training;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rhobust.plot.Axis;
import org.rhobust.plot.Band;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.HistogramPlot;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Plot;
import org.rhobust.plot.Series;
import org.rhobust.service.TrainingSnapshot;
import org.rhobust.training.AttackProgress;
import org.rhobust.training.SettingChange;
import org.rhobust.training.StepMetrics;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/** Draws what the last batch was like. */
final class LastBatch {

  private static final int BINS = 20;
  private static final String NO_ATTACK = "Normal training attacks no images";

  private LastBatch() {}

  /** λ(δ) over ‖δ‖/ε. */
  static Plot histogram(TrainingSnapshot snapshot) {
    TrainingMethod method = method(snapshot);
    boolean ccat = method == null || method == TrainingMethod.CONFIDENCE_CALIBRATED;
    HistogramPlot.Builder plot =
        HistogramPlot.builder(ccat ? "Last batch: λ and ‖δ‖/ε" : "Last batch: ‖δ‖/ε", BINS)
            .xLabel(ccat ? "λ (up), ‖δ‖/ε (down)" : "‖δ‖/ε")
            .emptyText(
                method == TrainingMethod.NORMAL
                    ? NO_ATTACK
                    : "How far each attack went, and the λ it earns")
            .caption(caption(snapshot));
    StepMetrics last = snapshot.last();
    if (last == null) {
      return plot.build();
    }
    if (ccat) {
      plot.group("λ", ColorRole.ADVERSARIAL, last.lambdas()).mirrored(true);
    }
    double epsilon = snapshot.config().settings().attack().epsilon();
    double[] shares =
        IntStream.range(0, last.norms().length)
            .mapToDouble(i -> last.norms()[i] / epsilon)
            .toArray();
    return plot.group("‖δ‖/ε", ColorRole.ATTACKED, shares).build();
  }

  /** The objective at each iteration of the attack: its median, and what lies in between. */
  static Plot objective(TrainingSnapshot snapshot) {
    AttackProgress attack = snapshot.details().attack();
    TrainingMethod method = method(snapshot);
    LinePlot.Builder plot =
        LinePlot.builder("Last batch’s attack")
            .x(Axis.linear("PGD iteration"))
            .y(Axis.linear(label(snapshot)))
            .emptyText(
                method == TrainingMethod.NORMAL
                    ? NO_ATTACK
                    : "Iteration by iteration: how far the attack brings its objective down")
            .caption(caption(snapshot));
    if (attack == null) {
      return plot.build();
    }
    double[] iterations = IntStream.range(0, attack.medians().length).asDoubleStream().toArray();
    return plot.band(
            Band.of("10–90 %", ColorRole.ATTACKED, iterations, attack.lows(), attack.highs()))
        .series(Series.of("median", ColorRole.ATTACKED, iterations, attack.medians()))
        .build();
  }

  /** The settings of the run and what was changed in it, in a line; empty before they are known. */
  static String caption(TrainingSnapshot snapshot) {
    TrainingSettings settings = settings(snapshot);
    if (settings == null) {
      return "";
    }
    String changes =
        snapshot.details().changes().stream()
            .map(SettingChange::words)
            .collect(Collectors.joining(", "));
    return "%s, ρ = %s, ε = %s, seed %d%s"
        .formatted(
            settings.method().title(),
            settings.rho(),
            settings.attack().epsilon(),
            settings.seed(),
            changes.isEmpty() ? "" : "; changed: " + changes);
  }

  private static String label(TrainingSnapshot snapshot) {
    TrainingSettings settings = settings(snapshot);
    return settings == null ? "objective" : "objective (" + settings.attack().objective() + ")";
  }

  private static TrainingMethod method(TrainingSnapshot snapshot) {
    return settings(snapshot) == null ? null : settings(snapshot).method();
  }

  private static TrainingSettings settings(TrainingSnapshot snapshot) {
    return snapshot.config() == null ? null : snapshot.config().settings();
  }
}
