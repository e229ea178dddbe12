package org.rhobust.workbench.direction;

import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.DirectionSettings;
import org.rhobust.evaluation.Directions;
import org.rhobust.threat.Norms;
import org.rhobust.workbench.controls.AttackWords;
import org.rhobust.workbench.controls.Format;

/** How the numbers of a plot were made, for its exports. */
final class DirectionCaption {

  private DirectionCaption() {}

  /** What the numbers were made with. */
  static String of(Question question) {
    DirectionSettings settings = question.request().settings();
    ImageSet images = question.request().images();
    String image =
        question.mode() == Mode.MANY
            ? images.name()
            : "image %d of %s".formatted(question.request().index(), images.name());
    String step = question.model().live() ? " after step " + Format.count(question.step()) : "";
    String direction =
        switch (settings.kind()) {
          case ADVERSARIAL -> "Direction found with " + AttackWords.of(settings.attack());
          case RANDOM ->
              "Random direction of seed %d, %s ε = %s"
                  .formatted(
                      settings.seed(),
                      symbol(question),
                      Format.number(settings.attack().epsilon()));
          case BETWEEN -> "Direction to " + target(question);
        };
    String whose =
        question.attacked().equals(question.model()) ? "" : " on " + question.attacked().title();
    return "%s%s, %s. %s%s. %s%s"
        .formatted(
            question.model().title(),
            step,
            image,
            direction,
            whose,
            settings.clipped()
                ? "Points are clipped to [0, 1]."
                : "Points are not clipped: beyond ε they may leave [0, 1].",
            settings.attack().norm().equals("l0")
                ? " In L0 the same entries change all along the line, by an amount that grows with it."
                : "");
  }

  /** The other image in words. */
  static String target(Question question) {
    DirectionSettings settings = question.request().settings();
    if (question.mode() == Mode.MANY && settings.other() == DirectionSettings.NEXT) {
      return "the next image of another class";
    }
    return "image "
        + Directions.other(question.request().images(), question.request().index(), settings);
  }

  /** The norm for people. */
  static String symbol(Question question) {
    return Norms.of(question.request().settings().attack().norm()).symbol();
  }
}
