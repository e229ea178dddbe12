package org.rhobust.workbench.steps;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rhobust.attack.PgdStep;
import org.rhobust.model.Probabilities;
import org.rhobust.plot.Axis;
import org.rhobust.plot.BarPlot;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.Interval;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.plot.Plot;
import org.rhobust.plot.Points;
import org.rhobust.plot.Series;
import org.rhobust.service.AttackSteps;
import org.rhobust.workbench.controls.Format;
import org.rhobust.workbench.steps.StepWords.Verdict;

/** The plots of an attack, with the step that is looked at marked. */
final class StepPlots {

  private StepPlots() {}

  /** The probabilities of all classes; those of the step before as outlines. */
  static Plot classes(ShownStep shown) {
    BarPlot.Builder plot = BarPlot.builder("Confidence by class");
    if (shown.isEmpty()) {
      return plot.build();
    }
    int label = shown.attack().label();
    float[] now = shown.step().probabilities();
    float[] before =
        shown.index() == 0 ? null : shown.attack().steps().get(shown.index() - 1).probabilities();
    int adversarial = Probabilities.strongestOther(now, label);
    for (int k = 0; k < now.length; k++) {
      ColorRole role =
          k == label
              ? ColorRole.TRUE_CLASS
              : k == adversarial ? ColorRole.ADVERSARIAL : ColorRole.OTHER;
      plot.bar(shown.name(k), now[k], before == null ? Double.NaN : before[k], role);
    }
    if (!Double.isNaN(shown.threshold())) {
      plot.level(
          shown.threshold(), "τ = " + Format.confidence(shown.threshold()), ColorRole.THRESHOLD);
    }
    return shown.captioned(plot.xLabel("class")).build();
  }

  /** F over the steps, where PGD accepted and where it rejected; other restarts behind. */
  static Plot objective(ShownStep shown) {
    LinePlot.Builder plot = overSteps(shown, "Objective F (minimised)", Axis.linear(""));
    if (shown.isEmpty()) {
      return plot.build();
    }
    String others = "other restarts";
    for (AttackSteps other : shown.restarts().restarts()) {
      if (other.restart() != shown.attack().restart()) {
        plot.series(curve(others, ColorRole.OTHER, other, PgdStep::objective));
        others = "";
      }
    }
    plot.series(curve("", ColorRole.SERIES_1, shown.attack(), PgdStep::objective));
    plot.points(
        Points.filled("accepted", ColorRole.SERIES_1, where(shown, true), values(shown, true)));
    plot.points(
        Points.hollow("rejected", ColorRole.SERIES_2, where(shown, false), values(shown, false)));
    return shown.captioned(plot).build();
  }

  /** α and ‖δ‖ over the steps. */
  static Plot stepSize(ShownStep shown) {
    LinePlot.Builder plot = overSteps(shown, "Step size α and ‖δ‖", Axis.log(""));
    if (shown.isEmpty()) {
      return plot.build();
    }
    plot.series(curve("α", ColorRole.SERIES_1, shown.attack(), PgdStep::stepSize));
    plot.series(curve("‖δ‖", ColorRole.SERIES_2, shown.attack(), PgdStep::norm));
    return shown.captioned(plot).build();
  }

  /** The confidences over the steps, with the steps shaded whose image is rejected or errs at τ. */
  static Plot confidence(ShownStep shown) {
    LinePlot.Builder plot =
        overSteps(shown, "Confidence over the steps", Axis.linear("").range(0, 1));
    if (shown.isEmpty()) {
      return plot.build();
    }
    int label = shown.attack().label();
    shade(shown, plot);
    plot.series(
        curve(
            "true class",
            ColorRole.TRUE_CLASS,
            shown.attack(),
            step -> step.probabilities()[label]));
    plot.series(
        curve(
            "strongest other",
            ColorRole.ADVERSARIAL,
            shown.attack(),
            step -> step.adversarialConfidence(label)));
    if (!Double.isNaN(shown.threshold())) {
      plot.marker(
          Marker.horizontal(
              shown.threshold(),
              "τ = " + Format.confidence(shown.threshold()),
              ColorRole.THRESHOLD));
    }
    return shown.captioned(plot).build();
  }

  private static void shade(ShownStep shown, LinePlot.Builder plot) {
    List<VerdictRun> runs = VerdictRun.of(shown.attack(), shown.threshold());
    for (VerdictRun run : runs) {
      if (run.verdict() != Verdict.PASSES) {
        boolean rejected = run.verdict() == Verdict.REJECTED;
        String words = run.longest(runs) ? (rejected ? "rejected" : "breaks through") : "";
        ColorRole role = rejected ? ColorRole.OTHER : ColorRole.ADVERSARIAL;
        double end = Math.min(shown.attack().steps().size() - 1.0, run.last() + 0.5);
        plot.interval(new Interval(Math.max(0, run.first() - 0.5), end, words, role));
      }
    }
  }

  private static LinePlot.Builder overSteps(ShownStep shown, String title, Axis y) {
    LinePlot.Builder plot = LinePlot.builder(title).y(y).emptyText("No attack yet");
    if (!shown.isEmpty()) {
      int steps = shown.attack().request().attack().steps();
      plot.x(Axis.linear("step").range(0, Math.max(steps, shown.restarts().last())));
      String index = Integer.toString(shown.index());
      plot.marker(Marker.draggable(shown.index(), index, ColorRole.THRESHOLD));
    }
    return plot;
  }

  private static Series curve(
      String name, ColorRole role, AttackSteps attack, ToDoubleFunction<PgdStep> value) {
    double[] iterations = attack.steps().stream().mapToDouble(PgdStep::iteration).toArray();
    return Series.of(name, role, iterations, attack.steps().stream().mapToDouble(value).toArray());
  }

  private static double[] where(ShownStep shown, boolean accepted) {
    return column(shown, accepted, PgdStep::iteration);
  }

  private static double[] values(ShownStep shown, boolean accepted) {
    return column(shown, accepted, PgdStep::objective);
  }

  private static double[] column(
      ShownStep shown, boolean accepted, ToDoubleFunction<PgdStep> value) {
    return shown.attack().steps().stream()
        .filter(step -> step.accepted() == accepted)
        .mapToDouble(value)
        .toArray();
  }
}
