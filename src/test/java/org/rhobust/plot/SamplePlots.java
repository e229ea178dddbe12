package org.rhobust.plot;

import java.util.List;

/** One plot of every kind, with awkward words in them. */
final class SamplePlots {

  static final double[] XS = {0, 0.1, 1.0 / 3, 0.5, 1e5};
  static final double[] YS = {1e-300, Math.PI, Double.NaN, -0.1 - 0.2, 2};

  private SamplePlots() {}

  static LinePlot line() {
    return LinePlot.builder("Loss <b> & \"more\"\u0001")
        .x(Axis.linear("step"))
        .y(Axis.linear("‖δ‖"))
        .series(Series.of("a,b \"c\"", ColorRole.TRUE_CLASS, XS, YS))
        .series(Series.smoothed("smooth", ColorRole.ADVERSARIAL, XS, YS, 5, 0.9))
        .band(Band.of("band", ColorRole.CLEAN, XS, new double[5], YS))
        .interval(new Interval(0, 0.3, "ε", ColorRole.OTHER))
        .marker(Marker.draggable(0.25, "‖δ‖ = 0.25", ColorRole.THRESHOLD))
        .marker(Marker.horizontal(0.97, "τ", ColorRole.THRESHOLD))
        .points(Points.filled("accepted", ColorRole.ADVERSARIAL, XS, YS))
        .points(Points.hollow("rejected", ColorRole.ADVERSARIAL, XS, YS))
        .caption("ρ = 12 & ε < 0.3")
        .build();
  }

  static BarPlot bars() {
    return BarPlot.builder("Classes")
        .bar("0", 0.25, 0.5, ColorRole.TRUE_CLASS)
        .bar("1", Double.NaN, ColorRole.OTHER)
        .bar("2", 1, 0, ColorRole.ADVERSARIAL)
        .level(0.97, "τ", ColorRole.THRESHOLD)
        .build();
  }

  static HistogramPlot histogram(boolean mirrored) {
    return HistogramPlot.builder("Confidence", 10)
        .group("clean", ColorRole.CLEAN, new double[] {0.99, 1, 0.95, 0.2})
        .group("attacked", ColorRole.ATTACKED, new double[] {0.1, 0.12, Double.NaN})
        .mirrored(mirrored)
        .threshold(0.97, "τ = 0.97")
        .build();
  }

  static ImagePlot perturbation() {
    return ImagePlot.builder("δ").perturbation(new float[] {-0.3f, 0, 0.1f, 0.3f}, 1, 2, 2).build();
  }

  static ImagePlot picture() {
    return ImagePlot.builder("x").picture(new float[12], 3, 2, 2).note("note").build();
  }

  static List<Plot> all() {
    return List.of(
        line(),
        bars(),
        histogram(false),
        histogram(true),
        perturbation(),
        picture(),
        LinePlot.builder("Nothing").build(),
        BarPlot.builder("Nothing").build(),
        HistogramPlot.builder("Nothing", 5).build(),
        ImagePlot.builder("Nothing").build());
  }
}
