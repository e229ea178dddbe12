package org.rhobust.workbench.steps;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.rhobust.attack.PgdStep;
import org.rhobust.data.ImageSet;
import org.rhobust.model.Probabilities;
import org.rhobust.plot.Axis;
import org.rhobust.plot.BarPlot;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.ImagePlot;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Marker;
import org.rhobust.plot.Plot;
import org.rhobust.plot.PlotBuilder;
import org.rhobust.plot.Points;
import org.rhobust.plot.Series;
import org.rhobust.service.AttackSteps;
import org.rhobust.workbench.controls.AttackWords;
import org.rhobust.workbench.controls.Format;

/**
 * The pictures of one step of an attack.
 *
 * @param attack null where there is none: then all are empty
 * @param index of the step
 * @param threshold τ, or NaN
 */
record StepPlots(AttackSteps attack, int index, double threshold) {

  /** x. */
  Plot original() {
    ImagePlot.Builder plot = ImagePlot.builder("Original");
    return attack == null
        ? plot.build()
        : picture(plot.note("true class " + name(attack.label())), attack.image()).build();
  }

  /** δ, on one colour scale for all steps. */
  Plot perturbation() {
    ImagePlot.Builder plot = ImagePlot.builder("Perturbation δ, magnified");
    if (attack == null) {
      return plot.build();
    }
    ImageSet images = attack.request().images();
    double largest = largestChange();
    float[] values = step().perturbation();
    if (largest > 0) {
      plot.perturbation(values, images.channels(), images.height(), images.width(), largest);
    } else {
      plot.perturbation(values, images.channels(), images.height(), images.width());
    }
    return captioned(plot).build();
  }

  /** x + δ. */
  Plot adversarial() {
    ImagePlot.Builder plot = ImagePlot.builder("Adversarial x + δ");
    if (attack == null) {
      return plot.build();
    }
    String note =
        "predicted %s, confidence %s"
            .formatted(name(step().prediction()), Format.confidence(step().confidence()));
    return picture(plot.note(note), attack.adversarial(index)).build();
  }

  private String name(int label) {
    return attack.request().images().classNames().get(label);
  }

  /** The probabilities of all classes; those of the step before as outlines. */
  Plot classes() {
    BarPlot.Builder plot = BarPlot.builder("Confidence by class");
    if (attack == null) {
      return plot.build();
    }
    float[] now = step().probabilities();
    float[] before = index == 0 ? null : attack.steps().get(index - 1).probabilities();
    int adversarial = Probabilities.strongestOther(now, attack.label());
    List<String> names = attack.request().images().classNames();
    for (int k = 0; k < now.length; k++) {
      ColorRole role =
          k == attack.label()
              ? ColorRole.TRUE_CLASS
              : k == adversarial ? ColorRole.ADVERSARIAL : ColorRole.OTHER;
      plot.bar(names.get(k), now[k], before == null ? Double.NaN : before[k], role);
    }
    if (!Double.isNaN(threshold)) {
      plot.level(threshold, "τ = " + Format.confidence(threshold), ColorRole.THRESHOLD);
    }
    return captioned(plot.xLabel("class")).build();
  }

  /** F over the steps, where PGD accepted and where it rejected. */
  Plot objective() {
    LinePlot.Builder plot = overSteps("Objective F (minimised)", Axis.linear(""));
    if (attack == null) {
      return plot.build();
    }
    plot.series(Series.of("", ColorRole.OTHER, iterations(true, true), column(PgdStep::objective)));
    points(plot, "accepted", true, PgdStep::objective);
    points(plot, "rejected", false, PgdStep::objective);
    return captioned(plot).build();
  }

  /** α and ‖δ‖ over the steps. */
  Plot stepSize() {
    LinePlot.Builder plot = overSteps("Step size α and ‖δ‖", Axis.log(""));
    if (attack == null) {
      return plot.build();
    }
    double[] all = iterations(true, true);
    plot.series(Series.of("α", ColorRole.SERIES_1, all, column(PgdStep::stepSize)));
    plot.series(Series.of("‖δ‖", ColorRole.SERIES_2, all, column(PgdStep::norm)));
    return captioned(plot).build();
  }

  private LinePlot.Builder overSteps(String title, Axis y) {
    LinePlot.Builder plot = LinePlot.builder(title).y(y).emptyText("No attack yet");
    if (attack != null) {
      plot.x(Axis.linear("step").range(0, Math.max(1, attack.steps().size() - 1)));
      plot.marker(Marker.draggable(index, Integer.toString(index), ColorRole.THRESHOLD));
    }
    return plot;
  }

  private void points(
      LinePlot.Builder plot, String name, boolean accepted, ToDoubleFunction<PgdStep> value) {
    double[] xs = iterations(accepted, !accepted);
    double[] ys =
        IntStream.range(0, xs.length)
            .mapToDouble(i -> value.applyAsDouble(attack.steps().get((int) xs[i])))
            .toArray();
    plot.points(
        accepted
            ? Points.filled(name, ColorRole.SERIES_1, xs, ys)
            : Points.hollow(name, ColorRole.SERIES_2, xs, ys));
  }

  private double[] iterations(boolean accepted, boolean rejected) {
    return attack.steps().stream()
        .filter(s -> s.accepted() ? accepted : rejected)
        .mapToDouble(PgdStep::iteration)
        .toArray();
  }

  private double[] column(ToDoubleFunction<PgdStep> value) {
    return attack.steps().stream().mapToDouble(value).toArray();
  }

  private PgdStep step() {
    return attack.steps().get(index);
  }

  private double largestChange() {
    double largest = 0;
    for (PgdStep each : attack.steps()) {
      for (float value : each.perturbation()) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  private ImagePlot.Builder picture(ImagePlot.Builder plot, float[] values) {
    ImageSet images = attack.request().images();
    return captioned(plot.picture(values, images.channels(), images.height(), images.width()));
  }

  private <B extends PlotBuilder<B>> B captioned(B plot) {
    return plot.caption(
        "%s, image %d of %s, step %d: %s"
            .formatted(
                attack.request().model(),
                attack.request().index(),
                attack.request().images().name(),
                index,
                AttackWords.of(attack.request().attack())));
  }
}
