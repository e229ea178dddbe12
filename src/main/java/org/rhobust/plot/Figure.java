package org.rhobust.plot;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Plots of one kind side by side under one title, with one caption: a figure of a paper. Panels are
 * of equal size; what all their legends say stands once, beside the title.
 *
 * @param title above all panels; may be empty
 * @param panels at least one, from left to right; their own captions are not printed
 * @param caption what the figure shows; may be empty
 * @param settings how its numbers were made, printed smaller beneath; may be empty
 */
public record Figure(String title, List<Plot> panels, String caption, String settings) {

  /**
   * Keeps a copy of the list.
   *
   * @throws IllegalArgumentException when there is no panel, or they are of several kinds and so
   *     fit in no common table
   */
  public Figure {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(settings, "settings");
    panels = List.copyOf(panels);
    if (panels.stream().map(Plot::getClass).distinct().count() != 1) {
      throw new IllegalArgumentException(
          "Figure \"" + title + "\" needs panels, all of one kind of plot.");
    }
  }

  /** What the figure says, for screen readers. */
  String accessibleText() {
    String data = panels.stream().map(Plot::accessibleText).collect(Collectors.joining(" "));
    return (caption + " " + data + " " + settings).strip();
  }
}
