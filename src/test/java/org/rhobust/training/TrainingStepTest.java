package org.rhobust.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.rhobust.tensor.TestArrays.array;
import static org.rhobust.tensor.TestArrays.assertClose;
import static org.rhobust.tensor.TestArrays.oneHot;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.ProjectedGradientDescent;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ImageShape;
import org.rhobust.model.Network;
import org.rhobust.model.Networks;
import org.rhobust.model.TinyCnn;
import org.rhobust.model.WeightTensor;
import org.rhobust.tensor.Gradients;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Seeds;
import org.rhobust.tensor.Torch;

@ExtendWith(OnComputeThread.class)
class TrainingStepTest {

  private static final int COUNT = 8;

  /** float32 sums of a few hundred terms in another order. */
  private static final double TOLERANCE = 1e-5;

  @ParameterizedTest
  @CsvSource({
    "0.5,6,3",
    "0.5,5,2",
    "0.5,3,1",
    "0.5,2,1",
    "0.25,8,6",
    "0.25,10,7",
    "0.01,10,9",
    "0.99,10,1",
    "0.01,2,1",
    "0.99,2,1"
  })
  void theAttackedPartIsRoundedHalfUpAndNeitherPartIsEmpty(double fraction, int n, int clean) {
    TrainingSettings settings =
        TinyTraining.settings(TrainingMethod.CONFIDENCE_CALIBRATED, fraction, 0);

    assertThat(TrainingStep.cleanCount(settings, n)).isEqualTo(clean);
  }

  @Test
  void normalTrainingAttacksNothingAndAdversarialTrainingMayAttackAll() {
    assertThat(TrainingStep.cleanCount(TinyTraining.settings(TrainingMethod.NORMAL, 0.5, 0), 8))
        .isEqualTo(8);
    assertThat(TrainingStep.cleanCount(TinyTraining.settings(TrainingMethod.ADVERSARIAL, 1, 0), 8))
        .isZero();
  }

  /**
   * The gradient is (n_clean/n)·∇CE(clean) + (n_adv/n)·∇CE(adv): the two weights swapped would
   * show, as two of eight images are attacked. With momentum 0 and a rate of 1 the weights move by
   * just that.
   */
  @ParameterizedTest
  @CsvSource({"CONFIDENCE_CALIBRATED,0.25", "ADVERSARIAL,0.25", "ADVERSARIAL,1"})
  void unequalPartsAreWeighedByTheirSize(TrainingMethod method, double fraction) {
    TrainingSettings settings = TinyTraining.settings(method, fraction, 0);
    int clean = TrainingStep.cleanCount(settings, COUNT);
    try (Network network = TinyCnn.create();
        Network moved = TinyCnn.create();
        Sgd optimiser = plain(moved)) {
      NDArray adversarial = attack(settings, network, clean);
      StepMetrics metrics =
          new TrainingStep(settings, moved, optimiser, PgdObserver.none())
              .run(1, 1, 1, images(), labels(), starts(COUNT - clean));

      List<NDArray> expected = expectedGradient(settings, network, adversarial, metrics, clean);
      int i = 0;
      for (Map.Entry<String, NDArray> weight : network.weights().entrySet()) {
        NDArray after = weight.getValue().sub(expected.get(i++));
        assertClose(moved.weights().get(weight.getKey()).toFloatArray(), doubles(after), TOLERANCE);
      }
    }
  }

  @Test
  void metricsDescribeBothParts() {
    TrainingSettings settings =
        TinyTraining.settings(TrainingMethod.CONFIDENCE_CALIBRATED, 0.25, 0);
    StepMetrics metrics = run(settings, 2);

    assertThat(metrics.norms()).hasSize(2);
    assertThat(metrics.lambdas()).hasSize(2);
    assertThat(metrics.norm())
        .isCloseTo((metrics.norms()[0] + metrics.norms()[1]) / 2, within(1e-7));
    for (int i = 0; i < 2; i++) {
      assertThat((double) metrics.norms()[i]).isBetween(0.0, 0.3 + 1e-6);
      assertThat(metrics.lambdas()[i])
          .isCloseTo(Math.pow(1 - metrics.norms()[i] / 0.3, 12), within(1e-6));
    }
    assertThat(metrics.rho()).isEqualTo(12);
    assertThat(metrics.cleanError()).isBetween(0.0, 1.0);
    assertThat(metrics.cleanConfidence()).isBetween(0.2, 1.0);
    assertThat(metrics.adversarialConfidence()).isBetween(0.2, 1.0);
  }

  @Test
  void normalTrainingHasNoAdversarialMetrics() {
    StepMetrics metrics = run(TinyTraining.settings(TrainingMethod.NORMAL, 0.5, 0), 0);

    assertThat(metrics.cleanLoss()).isFinite();
    assertThat(
            new double[] {
              metrics.adversarialLoss(),
              metrics.adversarialError(),
              metrics.adversarialConfidence(),
              metrics.lambda(),
              metrics.norm(),
              metrics.rho()
            })
        .containsOnly(Double.NaN);
  }

  @Test
  void adversarialTrainingKeepsOneHotTargets() {
    StepMetrics metrics = run(TinyTraining.settings(TrainingMethod.ADVERSARIAL, 1, 0), COUNT);

    assertThat(metrics.lambdas()).containsOnly(1.0);
    assertThat(metrics.cleanLoss()).isNaN();
    assertThat(metrics.adversarialLoss()).isFinite();
  }

  @Test
  void aLossThatIsNoNumberStopsWithTheWeightsAsBefore() {
    TrainingSettings settings = TinyTraining.settings(TrainingMethod.NORMAL, 0.5, 0);
    try (Network network = TinyCnn.create();
        Sgd optimiser = plain(network)) {
      network.weights().get("fc.bias").muli(Float.NaN);
      Map<String, WeightTensor> before = network.snapshot();

      assertThatThrownBy(
              () ->
                  new TrainingStep(settings, network, optimiser, PgdObserver.none())
                      .run(7, 1, 0.5, images(), labels(), new float[0]))
          .isInstanceOf(TrainingDivergedException.class)
          .hasMessage(
              "the loss is not a number at step 7; start again with a learning rate below 0.5");
      assertThat(network.snapshot()).isEqualTo(before);
    }
  }

  @Test
  void twoHundredStepsLeaveNoArrayBehind() {
    TrainingSettings settings =
        Presets.of("quick", TrainingMethod.CONFIDENCE_CALIBRATED).toBuilder()
            .examples(40)
            .epochs(50)
            .batch(10)
            .steps(2)
            .build();
    ImageShape input = new ImageShape(1, 28, 28);
    byte[] noise = new byte[40 * input.size()];
    Seeds.generator(1).nextBytes(noise);
    ImageSet images =
        ImageSet.of(
            "noise",
            List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
            1,
            28,
            28,
            noise,
            new int[40]);
    try (Network network = Networks.create("small", 10, input, Device.cpu(), 0);
        Sgd optimiser = new Sgd(settings.optimiser(), network.weights())) {
      TrainingLoop loop =
          new TrainingLoop(settings, network, optimiser, images, PgdObserver.none());
      int before = Torch.liveArrays(Device.cpu());
      for (int step = 1; step <= 200; step++) {
        loop.run(step);
        assertThat(Torch.liveArrays(Device.cpu())).isEqualTo(before);
      }
    }
  }

  private static StepMetrics run(TrainingSettings settings, int attacked) {
    try (Network network = TinyCnn.create();
        Sgd optimiser = plain(network)) {
      return new TrainingStep(settings, network, optimiser, PgdObserver.none())
          .run(1, 1, 0.1, images(), labels(), starts(attacked));
    }
  }

  private static NDArray attack(TrainingSettings settings, Network network, int clean) {
    NDArray originals = images().get(clean + ":");
    NDArray start = array(starts(COUNT - clean), originals.getShape().getShape());
    NDArray labels = oneHot(labels(), TinyCnn.CLASSES).get(clean + ":");
    return originals.add(
        new ProjectedGradientDescent(settings.attack())
            .run(network, originals, labels, start, PgdObserver.none())
            .perturbations());
  }

  private static List<NDArray> expectedGradient(
      TrainingSettings settings,
      Network network,
      NDArray adversarial,
      StepMetrics metrics,
      int clean) {
    NDArray oneHot = oneHot(labels(), TinyCnn.CLASSES);
    int attacked = COUNT - clean;
    float[] lambdas = new float[attacked];
    for (int i = 0; i < attacked; i++) {
      lambdas[i] = (float) metrics.lambdas()[i];
    }
    NDArray lambda = array(lambdas, attacked, 1);
    NDArray uniform = lambda.neg().add(1).div(TinyCnn.CLASSES);
    NDArray targets = oneHot.get(clean + ":").mul(lambda).add(uniform);
    return Gradients.of(
        new ArrayList<>(network.weights().values()),
        () -> {
          NDArray loss =
              CrossEntropyDivergence.mean(network.trainingLogits(adversarial), targets)
                  .mul((float) attacked / COUNT);
          if (clean == 0) {
            return loss;
          }
          return loss.add(
              CrossEntropyDivergence.mean(
                      network.trainingLogits(images().get(":" + clean)), oneHot.get(":" + clean))
                  .mul((float) clean / COUNT));
        });
  }

  private static Sgd plain(Network network) {
    return new Sgd(
        new OptimiserSettings(1, 0, false, 0, "constant", 1, List.of()), network.weights());
  }

  private static NDArray images() {
    return array(pixels(), COUNT, 1, 8, 8);
  }

  private static float[] pixels() {
    float[] pixels = new float[COUNT * TinyCnn.INPUT.size()];
    ImageSet images = TinyTraining.images();
    for (int i = 0; i < COUNT; i++) {
      images.copyImage(i, pixels, i * TinyCnn.INPUT.size());
    }
    return pixels;
  }

  private static int[] labels() {
    return Arrays.copyOf(TinyTraining.images().labels(), COUNT);
  }

  private static float[] starts(int attacked) {
    return new float[attacked * TinyCnn.INPUT.size()];
  }

  private static double[] doubles(NDArray values) {
    float[] floats = values.toFloatArray();
    double[] doubles = new double[floats.length];
    Arrays.setAll(doubles, i -> floats[i]);
    return doubles;
  }
}
