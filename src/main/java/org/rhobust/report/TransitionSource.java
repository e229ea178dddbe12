package org.rhobust.report;

import java.util.List;
import org.rhobust.model.ModelDescription;

/**
 * Which transition Figure 2 shows.
 *
 * @param transition its family, ρ and ε
 * @param norm of ‖δ‖, a name of {@link org.rhobust.threat.Norms}
 * @param classes K, at least 2
 * @param origin where they come from, in words
 */
record TransitionSource(
    ModelDescription.Transition transition, String norm, int classes, String origin) {

  private static final double ARTICLE_RHO = 12;

  /** That of the first model trained with one, else the article's ρ = 12 at the attacks' ε. */
  static TransitionSource of(List<FigureModel> models, FigureSettings settings) {
    return models.stream()
        .map(FigureModel::description)
        .filter(model -> model.transition() != null)
        .findFirst()
        .map(
            model ->
                new TransitionSource(
                    model.transition(),
                    model.norm() == null ? settings.norm() : model.norm(),
                    model.classes(),
                    "Transition of " + model.name()))
        .orElseGet(
            () ->
                new TransitionSource(
                    new ModelDescription.Transition("power", ARTICLE_RHO, settings.epsilon()),
                    settings.norm(),
                    models.get(0).description().classes(),
                    "The article's transition, since no model was trained with one"));
  }
}
