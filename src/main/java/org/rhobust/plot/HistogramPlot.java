package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Histograms over [0, 1] of one or two groups, for example clean and attacked confidences.
 *
 * @param text title, caption and the like
 * @param xLabel what the values are
 * @param groups one or two groups with equal bins
 * @param mirrored whether the second group hangs below the axis, or lies over the first
 * @param shares whether heights are shares of the group, or counts
 * @param log whether heights are drawn as log(1 + height), so that single examples are seen
 * @param threshold a vertical line with a label, if any
 * @param shaded a range of values to point at, if any
 * @param reach the height that the axis reaches at least, so that several histograms may share one;
 *     0 to follow the data
 */
public record HistogramPlot(
    PlotText text,
    String xLabel,
    List<Group> groups,
    boolean mirrored,
    boolean shares,
    boolean log,
    Optional<Marker> threshold,
    Optional<Interval> shaded,
    double reach)
    implements Plot {

  /**
   * Checks the groups.
   *
   * @throws IllegalArgumentException when there are more than two or their bins differ in number
   */
  public HistogramPlot {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(xLabel, "xLabel");
    Objects.requireNonNull(threshold, "threshold");
    Objects.requireNonNull(shaded, "shaded");
    groups = List.copyOf(groups);
    if (groups.size() > 2 || groups.stream().map(g -> g.bins().size()).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "Histogram \"" + text.title() + "\" takes at most two groups with equal bins.");
    }
  }

  /**
   * One histogram.
   *
   * @param name the legend's word for it
   * @param role its colour
   * @param bins its counts
   */
  public record Group(String name, ColorRole role, Bins bins) {}

  /** Begins a histogram with this title and number of bins. */
  public static Builder builder(String title, int bins) {
    return new Builder(title, bins);
  }

  double height(Group group, int bin) {
    return shares ? group.bins().share(bin) : group.bins().count(bin);
  }

  /** What could not be drawn, in words; empty when everything could. */
  String note() {
    return groups.stream()
        .filter(g -> g.bins().notNumbers() > 0)
        .map(g -> g.bins().notNumbers() + " " + g.name() + " not a number, left out")
        .collect(Collectors.joining("; "));
  }

  @Override
  public boolean isEmpty() {
    return groups.stream().allMatch(g -> g.bins().total() == 0);
  }

  @Override
  public OptionalDouble handle() {
    return threshold.filter(Marker::draggable).stream().mapToDouble(Marker::value).findFirst();
  }

  @Override
  public String summary() {
    return groups.stream()
            .map(
                g ->
                    g.bins().total()
                        + " "
                        + g.name()
                        + " values, fullest bin from "
                        + Numbers.brief(g.bins().edge(fullest(g.bins()))))
            .collect(Collectors.joining("; "))
        + threshold.map(t -> "; marked: " + t.label()).orElse("")
        + ".";
  }

  private static int fullest(Bins bins) {
    int best = 0;
    for (int bin = 1; bin < bins.size(); bin++) {
      if (bins.count(bin) > bins.count(best)) {
        best = bin;
      }
    }
    return best;
  }

  /** Collects the parts of a histogram. */
  public static final class Builder extends PlotBuilder<Builder> {
    private final int bins;
    private String xLabel = "confidence";
    private final List<Group> groups = new ArrayList<>();
    private boolean mirrored;
    private boolean shares;
    private boolean log;
    private Optional<Interval> shaded = Optional.empty();
    private Optional<Marker> threshold = Optional.empty();
    private double reach;

    private Builder(String title, int bins) {
      super(title);
      this.bins = bins;
    }

    @Override
    Builder self() {
      return this;
    }

    /** Sets what the values are, by default "confidence". */
    public Builder xLabel(String label) {
      xLabel = label;
      return this;
    }

    /** Adds a group from its raw values, which are {@linkplain Bins#count counted}. */
    public Builder group(String name, ColorRole role, double[] values) {
      groups.add(new Group(name, role, Bins.count(values, bins)));
      return this;
    }

    /** Lets the second group hang below the axis. */
    public Builder mirrored(boolean on) {
      mirrored = on;
      return this;
    }

    /** Sets the threshold line, which stays where it is. */
    public Builder fixedThreshold(double x, String label) {
      threshold = Optional.of(Marker.vertical(x, label, ColorRole.THRESHOLD));
      return this;
    }

    /** Draws shares of each group (0 to 1) and not counts. */
    public Builder shares(boolean on) {
      shares = on;
      return this;
    }

    /** Draws heights as log(1 + height). */
    public Builder log(boolean on) {
      log = on;
      return this;
    }

    /** Points at a range of values. */
    public Builder shaded(Interval range) {
      shaded = Optional.of(range);
      return this;
    }

    /** Sets the threshold line, which the user may drag ({@link PlotView#setOnDragX}). */
    public Builder threshold(double x, String label) {
      threshold = Optional.of(Marker.draggable(x, label, ColorRole.THRESHOLD));
      return this;
    }

    /** Lets the axis reach this height at least (a count or a share, as drawn). */
    public Builder reach(double height) {
      reach = height;
      return this;
    }

    /** The finished plot. */
    public HistogramPlot build() {
      return new HistogramPlot(
          text(), xLabel, groups, mirrored, shares, log, threshold, shaded, reach);
    }
  }
}
