package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Curves over a common x axis.
 *
 * @param text title, caption and the like
 * @param x the x axis
 * @param y the y axis
 * @param series curves, drawn in order
 * @param bands filled areas behind the curves
 * @param intervals shaded ranges of x behind everything
 * @param markers straight lines with labels
 * @param points dots on top of the curves
 * @param rugs small histograms standing on the x axis
 */
public record LinePlot(
    PlotText text,
    Axis x,
    Axis y,
    List<Series> series,
    List<Band> bands,
    List<Interval> intervals,
    List<Marker> markers,
    List<Points> points,
    List<Rug> rugs)
    implements Plot {

  /** Keeps copies of the lists. */
  public LinePlot {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    series = List.copyOf(series);
    bands = List.copyOf(bands);
    intervals = List.copyOf(intervals);
    markers = List.copyOf(markers);
    points = List.copyOf(points);
    rugs = List.copyOf(rugs);
  }

  /** Begins a plot with this title; axes are linear and follow the data until set. */
  public static Builder builder(String title) {
    return new Builder(title);
  }

  /** The same plot over other axes. */
  LinePlot over(Axis otherX, Axis otherY) {
    return new LinePlot(text, otherX, otherY, series, bands, intervals, markers, points, rugs);
  }

  @Override
  public boolean isEmpty() {
    return series.stream().allMatch(s -> s.size() == 0)
        && points.stream().allMatch(p -> p.xs().size() == 0)
        && bands.stream().allMatch(b -> b.xs().size() == 0);
  }

  @Override
  public OptionalDouble handle() {
    return markers.stream()
        .filter(m -> m.vertical() && m.draggable())
        .mapToDouble(Marker::value)
        .findFirst();
  }

  @Override
  public String summary() {
    String curves =
        series.stream()
            .filter(s -> s.size() > 0)
            .map(s -> s.name() + " ends at " + Numbers.brief(s.ys().get(s.size() - 1)))
            .collect(Collectors.joining(", "));
    String lines =
        markers.stream()
            .filter(m -> !m.label().isEmpty())
            .map(Marker::label)
            .collect(Collectors.joining(", "));
    String over = x.label().isEmpty() ? "line plot" : "line plot over " + x.label();
    return over
        + (curves.isEmpty() ? "" : "; " + curves)
        + (lines.isEmpty() ? "" : "; marked: " + lines)
        + ".";
  }

  /** Collects the parts of a line plot. */
  public static final class Builder extends PlotBuilder<Builder> {
    private Axis x = Axis.linear("");
    private Axis y = Axis.linear("");
    private final List<Series> series = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final List<Interval> intervals = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private final List<Points> points = new ArrayList<>();
    private final List<Rug> rugs = new ArrayList<>();

    private Builder(String title) {
      super(title);
    }

    @Override
    Builder self() {
      return this;
    }

    /** Sets the x axis. */
    public Builder x(Axis axis) {
      x = axis;
      return this;
    }

    /** Sets the y axis. */
    public Builder y(Axis axis) {
      y = axis;
      return this;
    }

    /** Adds a curve. */
    public Builder series(Series curve) {
      series.add(curve);
      return this;
    }

    /** Adds a filled area. */
    public Builder band(Band band) {
      bands.add(band);
      return this;
    }

    /** Adds a shaded range of x. */
    public Builder interval(Interval interval) {
      intervals.add(interval);
      return this;
    }

    /** Adds a straight line with a label. */
    public Builder marker(Marker marker) {
      markers.add(marker);
      return this;
    }

    /** Adds dots. */
    public Builder points(Points dots) {
      points.add(dots);
      return this;
    }

    /** Adds a small histogram that stands on the x axis. */
    public Builder rug(Rug rug) {
      rugs.add(rug);
      return this;
    }

    /** The finished plot. */
    public LinePlot build() {
      return new LinePlot(text(), x, y, series, bands, intervals, markers, points, rugs);
    }
  }
}
