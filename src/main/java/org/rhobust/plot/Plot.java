package org.rhobust.plot;

import java.util.OptionalDouble;

/** An immutable picture of data: what {@link PlotView} shows and {@link PlotExport} writes. */
public sealed interface Plot permits LinePlot, BarPlot, HistogramPlot, ImagePlot, HeatMapPlot {

  /** The plot's words. */
  PlotText text();

  /** Whether there is nothing to draw, so that the empty text stands in its place. */
  boolean isEmpty();

  /** One sentence that says what the data show. */
  String summary();

  /** The x value, in data coordinates, of the marker that the user may drag, if there is one. */
  default OptionalDouble handle() {
    return OptionalDouble.empty();
  }

  /** The title, possibly empty. */
  default String title() {
    return text().title();
  }

  /** The settings text printed under exported figures, possibly empty. */
  default String caption() {
    return text().caption();
  }

  /** The sentence for screen readers: the builder's, or one made from the data. */
  default String accessibleText() {
    if (!text().accessibleText().isEmpty()) {
      return text().accessibleText();
    }
    String lead = title().isEmpty() ? "" : title() + ": ";
    return lead + (isEmpty() ? text().emptyText() : summary());
  }
}
