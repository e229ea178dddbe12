package org.rhobust.plot;

/** The ranges of a line plot's axes. */
record LineDomains(Domain x, Domain y) {

  static LineDomains of(LinePlot plot) {
    Extent x = new Extent(plot.x().log());
    Extent y = new Extent(plot.y().log());
    for (Series series : plot.series()) {
      x.add(series.xs());
      y.add(series.ys());
      y.add(series.raw());
    }
    for (Band band : plot.bands()) {
      x.add(band.xs());
      y.add(band.lower());
      y.add(band.upper());
    }
    for (Points points : plot.points()) {
      x.add(points.xs());
      y.add(points.ys());
    }
    for (Rug rug : plot.rugs()) {
      x.add(rug.xs());
    }
    for (Interval interval : plot.intervals()) {
      x.add(interval.from());
      x.add(interval.to());
    }
    for (Marker marker : plot.markers()) {
      (marker.vertical() ? x : y).add(marker.value());
    }
    return new LineDomains(Domain.of(plot.x(), x, false), Domain.of(plot.y(), y, true));
  }
}
