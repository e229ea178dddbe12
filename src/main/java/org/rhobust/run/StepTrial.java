package org.rhobust.run;

import ai.djl.Device;
import org.rhobust.attack.PgdObserver;
import org.rhobust.data.DataSet;
import org.rhobust.data.DataSets;
import org.rhobust.data.ImageSet;
import org.rhobust.tensor.Seeds;
import org.rhobust.training.TrainingSettings;

/**
 * Real training steps on a network that is thrown away, to learn how long they take. The images are
 * the data set's, or noise of their shape where it is not on this machine.
 */
final class StepTrial implements AutoCloseable {

  /** The step is repeated on one batch, and no trial should end because that diverges. */
  private static final double TINY_LEARNING_RATE = 1e-6;

  private final Trainer trainer;

  StepTrial(TrainingSettings settings, Device device, PgdObserver observer) {
    DataSet dataSet = DataSets.get(settings.dataset());
    ImageSet images = dataSet.available() ? dataSet.train() : noise(dataSet, settings.examples());
    TrainingSettings calm = settings.toBuilder().learningRate(TINY_LEARNING_RATE).build();
    trainer = Trainer.create(calm, dataSet, images, device, observer);
  }

  /** Runs the first step. */
  void run() {
    trainer.loop().run(1);
  }

  @Override
  public void close() {
    trainer.close();
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
