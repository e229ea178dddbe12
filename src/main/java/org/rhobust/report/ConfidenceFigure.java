package org.rhobust.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rhobust.data.ImageSet;
import org.rhobust.plot.Bins;
import org.rhobust.plot.ColorRole;
import org.rhobust.plot.Figure;
import org.rhobust.plot.HistogramPlot;
import org.rhobust.plot.Numbers;
import org.rhobust.plot.Plot;
import org.rhobust.threat.Norms;

/** The article's Figure 3: confidences of attacked test images, a panel a model. */
final class ConfidenceFigure {

  static final int BINS = 20;

  private ConfidenceFigure() {}

  static Figure of(
      List<FigureModel> models, ImageSet test, FigureSettings settings, Measurements measured) {
    List<Measurement> each = measured.models();
    long fullest = each.stream().mapToLong(m -> fullest(m.attacked())).max().orElse(0);
    List<Plot> panels = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      panels.add(panel(models.get(i), each.get(i), fullest));
    }
    String caption =
        "Figure 3: Confidences (largest class probability, be the class right or wrong) of the first"
            + " %d images of %s, attacked by maximizing the confidence in a wrong class within the %s"
            + " ball of radius ε = %s. The threshold τ accepts 99 %% of the correctly classified"
            + " among the last %d images, which are not attacked. %s. The"
            + " article attacks so; stronger attacks, which evaluate runs, may find more.";
    return new Figure(
        "Confidence on attacked test images",
        panels,
        caption.formatted(
            settings.count(),
            test.name(),
            Norms.of(settings.norm()).symbol(),
            Numbers.brief(settings.epsilon()),
            settings.heldOut(),
            robustErrors(models, each)),
        "Worst of %d attacks, momentum 0.9, backtracking 1.25: %s. %s"
            .formatted(
                settings.battery().attacks().size(),
                attacks(settings),
                Words.origin(settings.seed(), measured)));
  }

  private static Plot panel(FigureModel model, Measurement measured, long fullest) {
    HistogramPlot.Builder plot =
        HistogramPlot.builder(model.title(), BINS)
            .xLabel("confidence of the attacked image")
            .group("attacked", ColorRole.ATTACKED, measured.attacked())
            .reach(fullest);
    measured
        .threshold()
        .ifPresent(tau -> plot.threshold(tau, String.format(Locale.ROOT, "τ = %.2f", tau)));
    return plot.build();
  }

  private static long fullest(double[] confidences) {
    Bins bins = Bins.count(confidences, BINS);
    return IntStream.range(0, bins.size()).mapToLong(bins::count).max().orElse(0);
  }

  private static String robustErrors(List<FigureModel> models, List<Measurement> measured) {
    return "Robust test error at τ: "
        + IntStream.range(0, models.size())
            .mapToObj(
                i ->
                    percent(measured.get(i).robustError())
                        + (models.size() > 1
                            ? " (" + models.get(i).description().name() + ")"
                            : ""))
            .collect(Collectors.joining(", "));
  }

  private static String percent(OptionalDouble share) {
    return share.isEmpty()
        ? "undefined"
        : String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble());
  }

  private static String attacks(FigureSettings settings) {
    return settings.battery().attacks().stream()
        .map(entry -> entry.attack().describe())
        .collect(Collectors.joining("; "));
  }
}
