package org.rhobust.report;

import java.util.Arrays;
import java.util.Optional;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.StoredModel;
import org.rhobust.training.TrainingMethod;

/**
 * A model that figures show.
 *
 * @param source the sample's name or the folder that it was read from
 * @param stored its description and weights
 */
public record FigureModel(String source, StoredModel stored) {

  /** What its file says about it. */
  public ModelDescription description() {
    return stored.description();
  }

  /** For people, such as "Adversarial training · mnist-adversarial". */
  String title() {
    return method().map(method -> method + " · ").orElse("") + description().name();
  }

  private Optional<String> method() {
    return Arrays.stream(TrainingMethod.values())
        .filter(method -> method.id().equals(description().method()))
        .map(TrainingMethod::title)
        .findFirst();
  }
}
