package org.rhobust.run;

import org.rhobust.data.ChannelStatistics;
import org.rhobust.data.DataSet;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ImageShape;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelSource;
import org.rhobust.model.Network;
import org.rhobust.model.StoredModel;
import org.rhobust.training.TrainingLoop;
import org.rhobust.training.TrainingSettings;

/** What a network holds before its first step. */
public final class StartingWeights {

  private StartingWeights() {}

  /**
   * The model that the settings name; null where they name none.
   *
   * @throws IllegalArgumentException when it is of another network than the settings'
   * @throws org.rhobust.model.ModelFileException when there is no such model
   */
  public static StoredModel find(TrainingSettings settings, DataSet dataSet) {
    if (settings.weights() == null) {
      return null;
    }
    StoredModel model = ModelSource.resolve(settings.weights());
    ModelDescription found = model.description();
    String expected =
        words(settings.network(), dataSet.classNames().size(), ImageShape.of(dataSet));
    String actual = words(found.network(), found.classes(), found.input());
    if (!actual.equals(expected)) {
      throw new IllegalArgumentException(
          "the weights of %s are of %s, but the run trains %s; give a model of the same network"
              .formatted(settings.weights(), actual, expected));
    }
    return model;
  }

  /**
   * Gives {@code network} the weights of {@code model}. Where that is null it keeps its fresh
   * weights, and where it normalises its input, does so by the images it is trained on.
   *
   * @param train the training set
   */
  static void give(Network network, StoredModel model, TrainingSettings settings, ImageSet train) {
    if (model != null) {
      network.restore(model.weights());
    } else if (network.normalises()) {
      ChannelStatistics statistics = ChannelStatistics.of(TrainingLoop.chosen(settings, train));
      network.normalise(statistics.mean(), statistics.deviation());
    }
  }

  private static String words(String network, int classes, ImageShape input) {
    return "network '%s' for %d classes of %s images".formatted(network, classes, input);
  }
}
