package org.rhobust.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdSettings;
import org.rhobust.model.ImageShape;
import org.rhobust.model.Network;
import org.rhobust.model.Networks;
import org.rhobust.model.WeightTensor;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Seeds;
import org.rhobust.tensor.Torch;

/** Networks with batch normalisation in training, on images of CIFAR's shape. */
@ExtendWith(OnComputeThread.class)
class DeepTrainingTest {

  private static final ImageShape CIFAR = new ImageShape(3, 32, 32);

  @ParameterizedTest
  @CsvSource({"resnet20,4,3,0.01", "wrn-10-1,8,10,0.05", "wrn-16-2,4,4,0.01", "mlp,8,5,0.01"})
  void theLossFallsOnAFixedBatchAndNothingLeaks(String name, int batch, int steps, double rate) {
    try (Training training = new Training(name, batch, rate)) {
      double first = training.step(1);
      int live = Torch.liveArrays(Device.cpu());
      double last = first;
      for (int step = 2; step <= steps; step++) {
        last = training.step(step);
        assertThat(Torch.liveArrays(Device.cpu())).isEqualTo(live);
      }
      assertThat(last).isLessThan(0.9 * first);
    }
  }

  /** The attack's passes do not count: one step is one move by a tenth. */
  @Test
  void aStepMovesTheRunningStatisticsOnce() {
    try (Training training = new Training("wrn-10-1", 8, 0.05)) {
      training.step(1);
      Map<String, WeightTensor> after = training.network.snapshot();
      float[] variances = after.get("group1.0.bn1.running_var").values();
      // A convolution of images in [0, 1] has a variance well below 1, so 0.9 of the 1 is left.
      for (float variance : variances) {
        assertThat(variance).isBetween(0.9f, 0.999f);
      }
    }
  }

  /** As a run does that is killed and resumed. */
  @Test
  void aRestoredTrainingGoesOnBitForBit() {
    try (Training whole = new Training("wrn-10-1", 8, 0.05);
        Training resumed = new Training("wrn-10-1", 8, 0.05)) {
      whole.step(1);
      resumed.network.restore(whole.network.snapshot());
      resumed.optimiser.restore(whole.optimiser.snapshot());
      whole.step(2);
      resumed.step(2);
      assertThat(resumed.network.snapshot()).isEqualTo(whole.network.snapshot());
    }
  }

  /** One batch of noise, again and again. */
  private static final class Training implements AutoCloseable {

    private final Network network;
    private final Sgd optimiser;
    private final TrainingStep step;
    private final float[] images;
    private final int[] labels;
    private final double rate;

    Training(String name, int batch, double rate) {
      this.rate = rate;
      Torch.setThreads(1);
      TrainingSettings settings = settings(name, batch);
      network = Networks.create(name, 10, CIFAR, Device.cpu(), 0);
      if (network.normalises()) {
        network.normalise(new float[] {0.5f, 0.5f, 0.5f}, new float[] {0.3f, 0.3f, 0.3f});
      }
      optimiser = new Sgd(settings.optimiser(), network.weights());
      step = new TrainingStep(settings, network, optimiser, PgdObserver.none());
      images = new float[batch * CIFAR.size()];
      RandomGenerator random = Seeds.generator(3);
      for (int i = 0; i < images.length; i++) {
        images[i] = random.nextFloat();
      }
      labels = new int[batch];
      for (int i = 0; i < batch; i++) {
        labels[i] = i % 10;
      }
    }

    double step(int number) {
      float[] starts = new float[images.length / 2];
      try (NDArray batch = Torch.manager(Device.cpu()).create(images, CIFAR.batch(labels.length))) {
        StepMetrics metrics = step.run(number, 1, rate, batch, labels, starts);
        return metrics.cleanLoss() + metrics.adversarialLoss();
      }
    }

    @Override
    public void close() {
      optimiser.close();
      network.close();
    }
  }

  private static TrainingSettings settings(String network, int batch) {
    return new TrainingSettings(
        "none",
        "cifar10",
        network,
        TrainingMethod.CONFIDENCE_CALIBRATED,
        batch,
        null,
        List.of(),
        null,
        1,
        batch,
        0,
        new OptimiserSettings(0.01, 0.9, true, 5e-4, "cosine", 1, List.of()),
        "power",
        10,
        0.5,
        new PgdSettings("linf", 0.03, 2, 0.005, 0.9, 1.5, "confidence", null, "zero", 1),
        List.of("zero"));
  }
}
