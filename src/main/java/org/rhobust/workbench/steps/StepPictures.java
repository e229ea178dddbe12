package org.rhobust.workbench.steps;

import org.rhobust.attack.PgdStep;
import org.rhobust.data.ImageSet;
import org.rhobust.plot.ImagePlot;
import org.rhobust.plot.Plot;
import org.rhobust.workbench.controls.Format;

/** The pictures of one step of an attack. */
final class StepPictures {

  private StepPictures() {}

  /** x. */
  static Plot original(ShownStep shown) {
    ImagePlot.Builder plot = ImagePlot.builder("Original");
    return shown.isEmpty()
        ? plot.build()
        : picture(
            shown,
            plot.note("true class " + shown.name(shown.attack().label())),
            shown.attack().image());
  }

  /** δ, on one colour scale for all steps. */
  static Plot perturbation(ShownStep shown) {
    ImagePlot.Builder plot = ImagePlot.builder("Perturbation δ, magnified");
    if (shown.isEmpty()) {
      return plot.build();
    }
    float largest = 0;
    for (PgdStep each : shown.attack().steps()) {
      largest = Math.max(largest, largest(each.perturbation()));
    }
    return signed(shown, plot, shown.step().perturbation(), largest);
  }

  /** x + δ. */
  static Plot adversarial(ShownStep shown) {
    ImagePlot.Builder plot = ImagePlot.builder("Adversarial x + δ");
    if (shown.isEmpty()) {
      return plot.build();
    }
    String note =
        "predicted %s, confidence %s"
            .formatted(
                shown.name(shown.step().prediction()),
                Format.confidence(shown.step().confidence()));
    return picture(shown, plot.note(note), shown.attack().adversarial(shown.index()));
  }

  /** ∇F, each step on a colour scale of its own: its size changes by orders of magnitude. */
  static Plot gradient(ShownStep shown) {
    ImagePlot.Builder plot = ImagePlot.builder("Input gradient ∇F, magnified");
    if (shown.isEmpty()) {
      return plot.build();
    }
    float[] gradient = shown.step().gradient();
    float largest = largest(gradient);
    if (largest == 0) {
      plot.note("zero everywhere: it shows PGD no way");
    }
    return signed(shown, plot, gradient, largest);
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static Plot signed(
      ShownStep shown, ImagePlot.Builder plot, float[] values, float largest) {
    ImageSet images = shown.images();
    double limit = largest > 0 && Float.isFinite(largest) ? largest : 1;
    plot.perturbation(values, images.channels(), images.height(), images.width(), limit);
    return shown.captioned(plot).build();
  }

  private static Plot picture(ShownStep shown, ImagePlot.Builder plot, float[] values) {
    ImageSet images = shown.images();
    plot.picture(values, images.channels(), images.height(), images.width());
    return shown.captioned(plot).build();
  }
}
