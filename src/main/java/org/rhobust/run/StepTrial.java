package org.rhobust.run;

import ai.djl.Device;
import org.rhobust.attack.PgdObserver;
import org.rhobust.data.DataSet;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.model.Network;
import org.rhobust.tensor.Seeds;
import org.rhobust.training.Sgd;
import org.rhobust.training.TrainingLoop;
import org.rhobust.training.TrainingSettings;

/**
 * Real training steps on a network that is thrown away, to learn how long they take. The images are
 * the data set's, or noise of their shape where it is not on this machine.
 */
final class StepTrial implements AutoCloseable {

  private final Network network;
  private final Sgd optimiser;
  private final TrainingLoop loop;

  StepTrial(TrainingSettings settings, Device device, PgdObserver observer) {
    DataSet dataSet = DataSets.get(settings.dataset());
    network = TrainingRun.network(settings, dataSet, device);
    optimiser = new Sgd(settings.sgd(), network.weights());
    ImageSet images = dataSet.available() ? dataSet.train() : noise(dataSet, settings.examples());
    loop = new TrainingLoop(settings, network, optimiser, images, observer);
  }

  /** Runs the first step. */
  void run() {
    loop.run(1);
  }

  @Override
  public void close() {
    loop.close();
    optimiser.close();
    network.close();
  }

  private static ImageSet noise(DataSet like, int count) {
    byte[] pixels = new byte[count * like.channels() * like.height() * like.width()];
    Seeds.generator(0).nextBytes(pixels);
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % like.classNames().size();
    }
    return ImageSet.of(
        like.name(),
        like.classNames(),
        like.channels(),
        like.height(),
        like.width(),
        pixels,
        labels);
  }
}
