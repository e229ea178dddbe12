package org.rhobust.plot;

/**
 * What the builders of all plots share.
 *
 * @param <B> the builder itself
 */
public abstract sealed class PlotBuilder<B extends PlotBuilder<B>>
    permits LinePlot.Builder,
        BarPlot.Builder,
        HistogramPlot.Builder,
        ImagePlot.Builder,
        HeatMapPlot.Builder {

  private final String title;
  private String caption = "";
  private String emptyText = "No data yet";
  private String accessibleText = "";

  PlotBuilder(String title) {
    this.title = title;
  }

  abstract B self();

  /** Sets the settings text printed under exported figures (not on the screen). */
  public B caption(String text) {
    caption = text;
    return self();
  }

  /** Sets what is shown while there is no data, by default "No data yet". */
  public B emptyText(String text) {
    emptyText = text;
    return self();
  }

  /** Replaces the sentence for screen readers, which is otherwise made from the data. */
  public B accessibleText(String text) {
    accessibleText = text;
    return self();
  }

  PlotText text() {
    return new PlotText(title, caption, emptyText, accessibleText);
  }
}
