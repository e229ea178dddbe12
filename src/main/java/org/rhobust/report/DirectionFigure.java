package org.rhobust.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.Distances;
import org.rhobust.evaluation.Spread;
import org.rhobust.plot.Axis;
import org.rhobust.plot.Band;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.Figure;
import org.rhobust.plot.Interval;
import org.rhobust.plot.LinePlot;
import org.rhobust.plot.Numbers;
import org.rhobust.plot.Plot;
import org.rhobust.plot.Series;
import org.rhobust.threat.Norms;

/** The article's Figure 1: confidences along an adversarial direction, a panel a model. */
final class DirectionFigure {

  private static final String TRUE_CLASS = "true class";
  private static final String ADVERSARIAL_CLASS = "adversarial class";

  private final List<FigureModel> models;
  private final ImageSet test;
  private final FigureSettings settings;
  private final Measurements measured;

  private DirectionFigure(
      List<FigureModel> models, ImageSet test, FigureSettings settings, Measurements measured) {
    this.models = models;
    this.test = test;
    this.settings = settings;
    this.measured = measured;
  }

  static Figure of(
      List<FigureModel> models, ImageSet test, FigureSettings settings, Measurements measured) {
    DirectionFigure figure = new DirectionFigure(models, test, settings, measured);
    List<Plot> panels = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      panels.add(figure.panel(models.get(i), moved(measured.models().get(i))));
    }
    return new Figure(
        "Confidence along an adversarial direction", panels, figure.caption(), figure.settings());
  }

  /** An attack that did not move gives no direction. */
  private static List<DirectionCurve> moved(Measurement measurement) {
    return measurement.directions().stream().filter(curve -> curve.norm() > 0).toList();
  }

  private Plot panel(FigureModel model, List<DirectionCurve> curves) {
    double epsilon = settings.epsilon();
    LinePlot.Builder plot =
        LinePlot.builder(model.title())
            .x(
                Axis.linear(norm() + " along the direction")
                    .range(0, Distances.FARTHEST_IN_EPSILON * epsilon))
            .y(Axis.linear("confidence").range(0, 1))
            .emptyText("The attack did not move from the image, so there is no direction")
            .interval(new Interval(0, epsilon, "ε = " + Numbers.brief(epsilon), ColorRole.OTHER));
    if (curves.isEmpty()) {
      return plot.build();
    }
    add(plot, TRUE_CLASS, ColorRole.TRUE_CLASS, curves, DirectionCurve::trueConfidences);
    add(
        plot,
        ADVERSARIAL_CLASS,
        ColorRole.ADVERSARIAL,
        curves,
        DirectionCurve::adversarialConfidences);
    return plot.build();
  }

  private void add(
      LinePlot.Builder plot,
      String name,
      ColorRole role,
      List<DirectionCurve> curves,
      Function<DirectionCurve, double[]> confidences) {
    double[] distances = curves.get(0).distances();
    List<double[]> rows = curves.stream().map(confidences).toList();
    if (settings.directions() == 1) {
      plot.series(Series.of(name, role, distances, rows.get(0)));
      return;
    }
    Spread spread = Spread.of(rows);
    plot.series(Series.of(name, role, distances, spread.mean()));
    plot.band(Band.of(name, role, distances, spread.low(), spread.high()));
  }

  private String norm() {
    return Norms.of(settings.norm()).symbol() + " norm of the perturbation";
  }

  private String caption() {
    StringBuilder caption =
        new StringBuilder(
            "Figure 1: Confidence in the true class (blue) and in an adversarial class (pink) along"
                + " an adversarial direction in input space. Shaded: the ");
    caption
        .append(Norms.of(settings.norm()).symbol())
        .append(" ball of radius ε = ")
        .append(Numbers.brief(settings.epsilon()))
        .append(". ");
    return caption.append(images()).toString();
  }

  private String images() {
    if (settings.directions() > 1) {
      return "Means (lines) and 10 to 90 %% quantiles (bands) over the first %d images of %s that %s correctly%s."
          .formatted(settings.directions(), test.name(), everyModel(), unmoved());
    }
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      DirectionCurve curve = measured.models().get(i).directions().get(0);
      List<String> names = test.classNames();
      changes.add(
          names.get(curve.label())
              + " towards "
              + names.get(curve.adversarialClass())
              + (models.size() > 1 ? " (" + models.get(i).description().name() + ")" : ""));
    }
    return "Image %d of %s, %s: %s."
        .formatted(measured.indices().get(0), test.name(), choice(), String.join(", ", changes));
  }

  private String choice() {
    return settings.index() == null
        ? "the first that " + everyModel() + " correctly"
        : "chosen by hand";
  }

  private String everyModel() {
    return switch (models.size()) {
      case 1 -> "the model classifies";
      case 2 -> "both models classify";
      default -> "all models classify";
    };
  }

  /** Names how many images each model's curves lack. */
  private String unmoved() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < models.size(); i++) {
      int missing = settings.directions() - moved(measured.models().get(i)).size();
      if (missing > 0) {
        text.append(
            "; without the %d that the attack on %s did not move"
                .formatted(missing, models.get(i).description().name()));
      }
    }
    return text.toString();
  }

  private String settings() {
    return "Direction: %s. Followed in a straight line that may leave [0, 1]. %s"
        .formatted(Words.attack(settings.direction()), Words.origin(settings.seed(), measured));
  }
}
