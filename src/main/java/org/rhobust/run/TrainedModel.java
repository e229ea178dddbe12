package org.rhobust.run;

import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelDescriptionBuilder;
import org.rhobust.model.Network;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;

/** What a run's configuration says about its network, finished or not. */
public final class TrainedModel {

  private TrainedModel() {}

  /** A description without figures, threshold and notes. */
  public static ModelDescriptionBuilder describe(RunConfig config, Network network) {
    TrainingSettings settings = config.settings();
    ModelDescription.Transition transition =
        settings.method() == TrainingMethod.CONFIDENCE_CALIBRATED
            ? new ModelDescription.Transition(
                settings.family(), settings.rho(), settings.attack().epsilon())
            : null;
    return ModelDescription.builder(
            name(settings), network.name(), network.classes(), network.input())
        .method(settings.method().id())
        .transition(transition)
        .norm(settings.attack().norm())
        .epsilon(settings.attack().epsilon())
        .dataset(settings.dataset())
        .seed(settings.seed())
        .command(config.command())
        .createdBy("Rhobust " + Version.text());
  }

  /** Such as {@code mnist-ccat}; a folder of images gives its own name, without those above it. */
  private static String name(TrainingSettings settings) {
    String data = settings.dataset();
    int classes = data.indexOf('[') < 0 ? data.length() : data.indexOf('[');
    String path = data.substring(0, classes).replace('\\', '/');
    return data.substring(path.lastIndexOf('/') + 1) + "-" + settings.method().id();
  }
}
