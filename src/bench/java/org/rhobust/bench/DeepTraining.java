package org.rhobust.bench;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.rhobust.attack.PgdObserver;
import org.rhobust.model.ImageShape;
import org.rhobust.model.Network;
import org.rhobust.model.Networks;
import org.rhobust.tensor.ComputeThread;
import org.rhobust.tensor.Seeds;
import org.rhobust.tensor.Torch;
import org.rhobust.training.Presets;
import org.rhobust.training.Sgd;
import org.rhobust.training.StepMetrics;
import org.rhobust.training.TrainingMethod;
import org.rhobust.training.TrainingSettings;
import org.rhobust.training.TrainingStep;

/**
 * Memory, live arrays, loss and time of CCAT steps of a deep network on one batch of noise of
 * CIFAR's shape. The system properties {@code network}, {@code batch}, {@code attack} (iterations),
 * {@code steps} and {@code threads} choose what is run. Needs Linux.
 */
public final class DeepTraining {

  private static final ImageShape CIFAR = new ImageShape(3, 32, 32);
  private static final double LEARNING_RATE = 0.01;

  private DeepTraining() {}

  public static void main(String[] arguments) {
    String network = System.getProperty("network", "wrn-28-10");
    int batch = Integer.getInteger("batch", 32);
    int attack = Integer.getInteger("attack", 2);
    int steps = Integer.getInteger("steps", 4);
    int threads = Integer.getInteger("threads", 2);
    ComputeThread.get().call(() -> measure(settings(network, batch, attack), steps, threads));
  }

  private static TrainingSettings settings(String network, int batch, int attack) {
    return Presets.of("cifar10-article", TrainingMethod.CONFIDENCE_CALIBRATED).toBuilder()
        .network(network)
        .examples(batch)
        .batch(batch)
        .steps(attack)
        .build();
  }

  private static StepMetrics run(
      TrainingStep step, int number, float[] images, int[] labels, float[] starts) {
    try (NDArray batch = Torch.manager(Device.cpu()).create(images, CIFAR.batch(labels.length))) {
      return step.run(number, 1, LEARNING_RATE, batch, labels, starts);
    }
  }

  private static Void measure(TrainingSettings settings, int steps, int threads)
      throws IOException {
    Torch.setThreads(threads);
    int batch = settings.batch();
    float[] images = new float[batch * CIFAR.size()];
    RandomGenerator random = Seeds.generator(1);
    for (int i = 0; i < images.length; i++) {
      images[i] = random.nextFloat();
    }
    int[] labels = random.ints(batch, 0, 10).toArray();
    try (Network network = Networks.create(settings.network(), 10, CIFAR, Device.cpu(), 0);
        Sgd optimiser = new Sgd(settings.optimiser(), network.weights())) {
      System.out.printf(
          "%s, %,d parameters, batch %d, %d attack iterations, %d threads; %s%n",
          settings.network(),
          network.parameterCount(),
          batch,
          settings.attack().steps(),
          threads,
          Load.describe());
      TrainingStep step = new TrainingStep(settings, network, optimiser, PgdObserver.none());
      for (int number = 1; number <= steps; number++) {
        long start = System.nanoTime();
        float[] starts = new float[batch / 2 * CIFAR.size()];
        StepMetrics metrics = run(step, number, images, labels, starts);
        System.out.printf(
            "step %d: loss clean %.4f adversarial %.4f, %.1f s, %d MB resident, %d MB at most,"
                + " %d live arrays%n",
            number,
            metrics.cleanLoss(),
            metrics.adversarialLoss(),
            (System.nanoTime() - start) / 1e9,
            Resident.megabytes(),
            Resident.peakMegabytes(),
            Torch.liveArrays(network.device()));
      }
      System.out.println(Load.describe());
    }
    return null;
  }
}
