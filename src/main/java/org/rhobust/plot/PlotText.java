package org.rhobust.plot;

import java.util.Objects;

/**
 * The words of a plot.
 *
 * @param title printed above it; may be empty
 * @param caption the settings behind the numbers, printed under exported figures; may be empty
 * @param emptyText shown in place of the plot while it has no data
 * @param accessibleText one sentence for screen readers; empty to have it made from the data
 */
public record PlotText(String title, String caption, String emptyText, String accessibleText) {

  /** Refuses null. */
  public PlotText {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(emptyText, "emptyText");
    Objects.requireNonNull(accessibleText, "accessibleText");
  }
}
