package org.rhobust.run;

import ai.djl.Device;
import org.rhobust.attack.PgdObserver;
import org.rhobust.data.DataSet;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ImageShape;
import org.rhobust.model.Network;
import org.rhobust.model.Networks;
import org.rhobust.training.Optimiser;
import org.rhobust.training.TrainingLoop;
import org.rhobust.training.TrainingSettings;

/** What trains: a network, its optimiser and the loop over the images. All live, or none. */
record Trainer(Network network, Optimiser optimiser, TrainingLoop loop) implements AutoCloseable {

  /**
   * With fresh weights.
   *
   * @param dataSet what the images are like
   * @param images the training set
   * @throws IllegalArgumentException when the settings do not fit them
   */
  static Trainer create(
      TrainingSettings settings,
      DataSet dataSet,
      ImageSet images,
      Device device,
      PgdObserver observer) {
    ImageShape input = ImageShape.of(dataSet);
    int classes = dataSet.classNames().size();
    Network network = Networks.create(settings.network(), classes, input, device, settings.seed());
    Optimiser optimiser = Optimiser.of(settings.optimiser(), network.weights());
    try {
      return new Trainer(
          network, optimiser, new TrainingLoop(settings, network, optimiser, images, observer));
    } catch (RuntimeException e) {
      optimiser.close();
      network.close();
      throw e;
    }
  }

  @Override
  public void close() {
    loop.close();
    optimiser.close();
    network.close();
  }
}
