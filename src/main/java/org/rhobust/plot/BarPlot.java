package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One bar a category, for values from 0 to 1 such as class probabilities.
 *
 * @param text title, caption and the like
 * @param xLabel what the categories are
 * @param yLabel what the values measure
 * @param bars the bars from left to right
 * @param level a horizontal line across the bars, if any
 */
public record BarPlot(
    PlotText text, String xLabel, String yLabel, List<Bar> bars, Optional<Marker> level)
    implements Plot {

  /** Keeps a copy of the list. */
  public BarPlot {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(xLabel, "xLabel");
    Objects.requireNonNull(yLabel, "yLabel");
    Objects.requireNonNull(level, "level");
    bars = List.copyOf(bars);
  }

  /**
   * One bar.
   *
   * @param category its name under the axis
   * @param value its height, 0 to 1; NaN draws none
   * @param ghost a former height drawn as an outline, or NaN for none
   * @param role its colour
   */
  public record Bar(String category, double value, double ghost, ColorRole role) {}

  /** Begins a plot with this title. */
  public static Builder builder(String title) {
    return new Builder(title);
  }

  boolean hasGhosts() {
    return bars.stream().anyMatch(b -> !Double.isNaN(b.ghost()));
  }

  @Override
  public boolean isEmpty() {
    return bars.isEmpty();
  }

  @Override
  public String summary() {
    Bar highest = bars.get(0);
    for (Bar bar : bars) {
      if (bar.value() > highest.value() || Double.isNaN(highest.value())) {
        highest = bar;
      }
    }
    return bars.size()
        + " bars, highest "
        + highest.category()
        + " at "
        + Numbers.brief(highest.value())
        + ".";
  }

  /** Collects the parts of a bar plot. */
  public static final class Builder extends PlotBuilder<Builder> {
    private String xLabel = "";
    private String yLabel = "";
    private final List<Bar> bars = new ArrayList<>();
    private Optional<Marker> level = Optional.empty();

    private Builder(String title) {
      super(title);
    }

    @Override
    Builder self() {
      return this;
    }

    /** Sets what the categories are. */
    public Builder xLabel(String label) {
      xLabel = label;
      return this;
    }

    /** Sets what the values measure. */
    public Builder yLabel(String label) {
      yLabel = label;
      return this;
    }

    /** Adds a bar with a value from 0 to 1. */
    public Builder bar(String category, double value, ColorRole role) {
      return bar(category, value, Double.NaN, role);
    }

    /** Adds a bar together with its former value, drawn as an outline. */
    public Builder bar(String category, double value, double ghost, ColorRole role) {
      bars.add(new Bar(category, value, ghost, role));
      return this;
    }

    /** Sets the horizontal line across the bars, for example the threshold. */
    public Builder level(double y, String label, ColorRole role) {
      level = Optional.of(Marker.horizontal(y, label, role));
      return this;
    }

    /** The finished plot. */
    public BarPlot build() {
      return new BarPlot(text(), xLabel, yLabel, bars, level);
    }
  }
}
