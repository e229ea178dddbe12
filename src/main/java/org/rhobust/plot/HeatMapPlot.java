package org.rhobust.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Values from 0 to 1 over an even grid as colours, with lines where the cells' kind changes, and
 * curves on top. Both axes are drawn to the same scale.
 *
 * @param text title, caption and the like
 * @param xLabel what the columns measure
 * @param yLabel what the rows measure, upwards
 * @param valueLabel what the colours measure
 * @param xs the middles of the columns, ascending
 * @param ys the middles of the rows, ascending
 * @param cells row by row from the lowest, as many as columns times rows
 * @param kindLabel what kinds are, for example "class"
 * @param kinds the names of the kinds
 * @param curves drawn over the cells
 * @param points drawn over the curves
 */
public record HeatMapPlot(
    PlotText text,
    String xLabel,
    String yLabel,
    String valueLabel,
    Values xs,
    Values ys,
    List<Cell> cells,
    String kindLabel,
    List<String> kinds,
    List<Series> curves,
    List<Points> points)
    implements Plot {

  /**
   * Keeps copies of the lists.
   *
   * @throws IllegalArgumentException when the cells are not as many as columns times rows, or the
   *     grid has but one column or row
   */
  public HeatMapPlot {
    Objects.requireNonNull(text, "text");
    cells = List.copyOf(cells);
    kinds = List.copyOf(kinds);
    curves = List.copyOf(curves);
    points = List.copyOf(points);
    if (cells.size() != xs.size() * ys.size() || xs.size() == 1 || ys.size() == 1) {
      throw new IllegalArgumentException(
          "A heat map of %d columns and %d rows cannot have %d cells."
              .formatted(xs.size(), ys.size(), cells.size()));
    }
  }

  /**
   * A cell.
   *
   * @param value its colour, 0 to 1; NaN for none
   * @param kind an index in {@link #kinds}
   */
  public record Cell(double value, int kind) {}

  /** Begins a heat map with this title. */
  public static Builder builder(String title) {
    return new Builder(title);
  }

  /** The cell at a column and row, each from 0, the lowest row first. */
  public Cell cell(int column, int row) {
    return cells.get(row * xs.size() + column);
  }

  @Override
  public boolean isEmpty() {
    return cells.isEmpty();
  }

  @Override
  public String summary() {
    double low = cells.stream().mapToDouble(Cell::value).min().orElse(Double.NaN);
    double high = cells.stream().mapToDouble(Cell::value).max().orElse(Double.NaN);
    List<String> present =
        cells.stream().map(Cell::kind).distinct().sorted().map(kinds::get).toList();
    return "heat map over %s and %s; %s from %s to %s; %s %s."
        .formatted(
            xLabel,
            yLabel,
            valueLabel,
            Numbers.brief(low),
            Numbers.brief(high),
            kindLabel,
            String.join(", ", present));
  }

  /** Collects the parts of a heat map. */
  public static final class Builder extends PlotBuilder<Builder> {
    private String xLabel = "";
    private String yLabel = "";
    private String valueLabel = "";
    private Values xs = Values.NONE;
    private Values ys = Values.NONE;
    private List<Cell> cells = List.of();
    private String kindLabel = "";
    private List<String> kinds = List.of();
    private final List<Series> curves = new ArrayList<>();
    private final List<Points> points = new ArrayList<>();

    private Builder(String title) {
      super(title);
    }

    @Override
    Builder self() {
      return this;
    }

    /** Sets what columns, rows and colours measure. */
    public Builder labels(String x, String y, String value) {
      xLabel = x;
      yLabel = y;
      valueLabel = value;
      return this;
    }

    /** Sets the middles of columns and rows, ascending, and the cells row by row. */
    public Builder grid(double[] columns, double[] rows, List<Cell> values) {
      xs = Values.of(columns);
      ys = Values.of(rows);
      cells = values;
      return this;
    }

    /** Sets what kinds are and their names. */
    public Builder kinds(String label, List<String> names) {
      kindLabel = label;
      kinds = names;
      return this;
    }

    /** Adds a line over the cells. */
    public Builder curve(Series curve) {
      curves.add(curve);
      return this;
    }

    /** Adds dots. */
    public Builder points(Points dots) {
      points.add(dots);
      return this;
    }

    /** The finished heat map. */
    public HeatMapPlot build() {
      return new HeatMapPlot(
          text(), xLabel, yLabel, valueLabel, xs, ys, cells, kindLabel, kinds, curves, points);
    }
  }
}
