package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the values of all curves at the x nearest to the pointer at which one of them has a point;
 * the others are read between their neighbouring points, as they are drawn.
 */
final class LineHover {

  private LineHover() {}

  static Optional<Readout> at(LinePlot plot, Scale x, Scale y, double px) {
    double nearest = Double.NaN;
    for (Series series : plot.series()) {
      int index = nearest(series, x, px);
      if (index >= 0) {
        double at = series.xs().get(index);
        if (Double.isNaN(nearest) || Math.abs(x.pixel(at) - px) < Math.abs(x.pixel(nearest) - px)) {
          nearest = at;
        }
      }
    }
    if (Double.isNaN(nearest)) {
      return Optional.empty();
    }
    double pixel = x.pixel(nearest);
    // Of a part that is looked at closely, a neighbour may lie outside.
    if (pixel < x.start() - 1 || pixel > x.end() + 1) {
      return Optional.empty();
    }
    List<Readout.Row> rows = new ArrayList<>();
    for (Series series : plot.series()) {
      double value = value(series, x, y, nearest);
      if (!Double.isNaN(value)) {
        String name = series.name().isEmpty() ? "" : series.name() + "  ";
        rows.add(
            new Readout.Row(
                series.role(), name + Numbers.brief(value), Optional.of(y.pixel(value))));
      }
    }
    for (Rug rug : plot.rugs()) {
      rows.add(new Readout.Row(rug.role(), new RugBins(rug, x).at(pixel), Optional.empty()));
    }
    String label = plot.x().label().isEmpty() ? "" : plot.x().label() + "  ";
    return Optional.of(new Readout(pixel, true, label + Numbers.brief(nearest), rows));
  }

  /** The height of a curve at an x; NaN outside of its points and in its gaps. */
  private static double value(Series series, Scale x, Scale y, double at) {
    for (int i = 0; i < series.size(); i++) {
      if (series.xs().get(i) == at && Double.isFinite(series.ys().get(i))) {
        return series.ys().get(i);
      }
    }
    for (int i = 1; i < series.size(); i++) {
      double from = series.xs().get(i - 1);
      double to = series.xs().get(i);
      if (at > Math.min(from, to) && at < Math.max(from, to)) {
        double before = x.domain().share(from);
        double share = (x.domain().share(at) - before) / (x.domain().share(to) - before);
        double low = y.domain().share(series.ys().get(i - 1));
        double high = y.domain().share(series.ys().get(i));
        double value = y.domain().value(low + share * (high - low));
        return Double.isFinite(value) ? value : Double.NaN;
      }
    }
    return Double.NaN;
  }

  private static int nearest(Series series, Scale x, double px) {
    int best = -1;
    double distance = Double.POSITIVE_INFINITY;
    for (int i = 0; i < series.size(); i++) {
      double d = Math.abs(x.pixel(series.xs().get(i)) - px);
      if (d < distance && Double.isFinite(series.ys().get(i))) {
        distance = d;
        best = i;
      }
    }
    return best;
  }
}
