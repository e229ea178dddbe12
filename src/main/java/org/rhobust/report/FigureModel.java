package org.rhobust.report;

import ai.djl.Device;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.OpenModel;
import org.rhobust.training.TrainingMethod;

/**
 * A model that figures show.
 *
 * @param source the sample's name, or the folder or file that it was read from
 * @param description what is known of it
 * @param onDevice opens it, on the compute thread
 */
public record FigureModel(
    String source, ModelDescription description, Function<Device, OpenModel> onDevice) {

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
