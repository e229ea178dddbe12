package org.rhobust.run;

import org.rhobust.data.ChannelStatistics;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelSource;
import org.rhobust.model.Network;
import org.rhobust.model.StoredModel;
import org.rhobust.training.TrainingLoop;
import org.rhobust.training.TrainingSettings;

/** What a network holds before its first step. */
final class StartingWeights {

  private StartingWeights() {}

  /**
   * Gives {@code network} the weights of the model that the settings name. Without one it keeps its
   * fresh weights, and where it normalises its input, does so by the images it is trained on.
   *
   * @param train the training set
   * @throws IllegalArgumentException when the model is of another network
   * @throws org.rhobust.model.ModelFileException when there is no such model
   */
  static void give(Network network, TrainingSettings settings, ImageSet train) {
    if (settings.weights() != null) {
      StoredModel model = ModelSource.resolve(settings.weights());
      requireSameNetwork(network, model.description(), settings.weights());
      network.restore(model.weights());
    } else if (network.normalises()) {
      ChannelStatistics statistics = ChannelStatistics.of(TrainingLoop.chosen(settings, train));
      network.normalise(statistics.mean(), statistics.deviation());
    }
  }

  private static void requireSameNetwork(
      Network network, ModelDescription model, String nameOrFolder) {
    String expected = words(network.name(), network.classes(), network.input());
    String found = words(model.network(), model.classes(), model.input());
    if (!found.equals(expected)) {
      throw new IllegalArgumentException(
          "the weights of %s are of %s, but the run trains %s; give a model of the same network"
              .formatted(nameOrFolder, found, expected));
    }
  }

  private static String words(String network, int classes, Object input) {
    return "network '%s' for %d classes of %s images".formatted(network, classes, input);
  }
}
