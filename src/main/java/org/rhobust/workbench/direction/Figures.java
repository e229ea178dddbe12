package org.rhobust.workbench.direction;

import java.util.List;
import java.util.Optional;
import org.rhobust.plot.Figure;
import org.rhobust.plot.Plot;

/** Two panels as one figure. */
final class Figures {

  private Figures() {}

  /**
   * The figure of two answers.
   *
   * @param left of the selected model; null for none
   * @param right of the compared model; null for none
   * @param leftThreshold the selected model's τ, or NaN
   * @param rightThreshold the compared model's τ, or NaN
   * @return empty unless both have something to show
   */
  static Optional<Figure> of(
      Answer left, double leftThreshold, Answer right, double rightThreshold) {
    if (left == null || right == null) {
      return Optional.empty();
    }
    List<Plot> panels =
        List.of(
            DirectionPlots.of(left, leftThreshold, true),
            DirectionPlots.of(right, rightThreshold, true));
    if (panels.get(0).isEmpty() || panels.get(1).isEmpty()) {
      return Optional.empty();
    }
    String caption =
        "%s: %s %s: %s"
            .formatted(
                panels.get(0).title(),
                AnswerWords.of(left, leftThreshold),
                panels.get(1).title(),
                AnswerWords.of(right, rightThreshold));
    String settings = panels.get(0).caption() + " " + panels.get(1).caption();
    return Optional.of(
        new Figure(
            DirectionPlots.of(left, leftThreshold, false).title(), panels, caption, settings));
  }
}
