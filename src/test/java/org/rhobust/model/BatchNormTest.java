package org.rhobust.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.rhobust.tensor.TestArrays.array;
import static org.rhobust.tensor.TestArrays.oneHot;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdSettings;
import org.rhobust.attack.ProjectedGradientDescent;
import org.rhobust.tensor.Gradients;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Seeds;
import org.rhobust.tensor.Torch;

/** Batch normalisation in training, in evaluation and under attack; input normalisation. */
@ExtendWith(OnComputeThread.class)
class BatchNormTest {

  private static final ImageShape INPUT = new ImageShape(2, 3, 3);
  private static final int COUNT = 4;

  private Network network;
  private NDArray images;

  /** Batch normalisation of the images themselves, then a linear layer. */
  @BeforeEach
  void create() {
    Layers layers = new Layers("tiny", INPUT).batchNorm("bn").flatten().linear("fc", 3);
    network = Network.fresh(layers, 3, INPUT, Device.cpu(), 1);
    images = images(2);
  }

  @AfterEach
  void close() {
    network.close();
  }

  private static NDArray images(long seed) {
    RandomGenerator random = Seeds.generator(seed);
    float[] values = new float[COUNT * INPUT.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return array(values, COUNT, 2, 3, 3);
  }

  private float[] buffer(String name) {
    return network.snapshot().get("bn." + name).values();
  }

  /** PyTorch: 0.9 of the old and 0.1 of the batch's mean, and of its unbiased variance. */
  @Test
  void aTrainingPassMovesTheRunningStatisticsOnce() {
    network.trainingLogits(images);
    for (int c = 0; c < 2; c++) {
      float[] values = images.get(":, " + c).toFloatArray();
      double mean = 0;
      for (float value : values) {
        mean += value / values.length;
      }
      double squares = 0;
      for (float value : values) {
        squares += (value - mean) * (value - mean);
      }
      double unbiased = squares / (values.length - 1);
      assertThat((double) buffer("running_mean")[c]).isCloseTo(0.1 * mean, within(1e-6));
      assertThat((double) buffer("running_var")[c]).isCloseTo(0.9 + 0.1 * unbiased, within(1e-6));
    }
  }

  @Test
  void trainingUsesTheBatchAndEvaluationTheRunningStatistics() {
    NDArray shifted = images.add(5);
    assertClose(network.trainingLogits(images), network.trainingLogits(shifted), 1e-4);

    network.restore(withStatistics(network.snapshot(), 5, 4));
    float[] alone = network.logits(images.get("0:1")).toFloatArray();
    float[] together = network.logits(images).get("0:1").toFloatArray();
    assertThat(together).containsExactly(alone, within(1e-6f));
    network.restore(withStatistics(network.snapshot(), 0, 1));
    NDArray byHand = images.sub(5).div((float) Math.sqrt((4 + 1e-5) / (1 + 1e-5)));
    float[] expected = network.logits(byHand).get("0:1").toFloatArray();
    assertThat(alone).containsExactly(expected, within(1e-5f));
  }

  /** A whole attack, gradients included. */
  @Test
  void anAttackLeavesWeightsAndStatisticsAlone() {
    network.trainingLogits(images);
    Map<String, WeightTensor> before = network.snapshot();
    PgdSettings settings =
        new PgdSettings("linf", 0.3, 10, 0.05, 0.9, 1.5, "confidence", null, "zero", 1);

    NDArray found =
        new ProjectedGradientDescent(settings)
            .run(
                network,
                images,
                oneHot(new int[] {0, 1, 2, 0}, 3),
                images.zerosLike(),
                PgdObserver.none())
            .perturbations();

    assertThat(found.abs().max().getFloat()).isPositive();
    assertThat(network.snapshot()).isEqualTo(before);
  }

  @Test
  void gradientsReachScaleAndShift() {
    List<NDArray> weights = new ArrayList<>(network.weights().values());
    assertThat(network.weights().keySet())
        .containsExactly("bn.weight", "bn.bias", "fc.weight", "fc.bias");
    NDArray weighting = array(new float[] {1, -2, 3}, 1, 3);

    List<NDArray> gradients =
        Gradients.of(weights, () -> network.trainingLogits(images).mul(weighting).sum());

    gradients.forEach(g -> assertThat(g.abs().sum().getFloat()).isPositive());
  }

  @Test
  void copiesAndSnapshotsHoldTheStatistics() {
    network.trainingLogits(images);
    try (Network copy = copy()) {
      assertThat(copy.snapshot()).isEqualTo(network.snapshot());
      network.trainingLogits(images);
      assertThat(copy.snapshot()).isNotEqualTo(network.snapshot());
    }
    assertThat(network.snapshot().keySet())
        .containsExactly(
            "bn.weight", "bn.bias", "bn.running_mean", "bn.running_var", "fc.weight", "fc.bias");
    assertThat(network.parameterCount()).isEqualTo(2 + 2 + 3 * 18 + 3);
  }

  private Network copy() {
    Layers layers = new Layers("tiny", INPUT).batchNorm("bn").flatten().linear("fc", 3);
    return Network.restored(layers, 3, INPUT, Device.cpu(), network.snapshot());
  }

  @Test
  void aCopyOfARegisteredNetworkHoldsTheStatistics() {
    ImageShape shape = new ImageShape(3, 8, 8);
    try (Network original = Networks.create("wrn-10-1", 10, shape, Device.cpu(), 0)) {
      original.trainingLogits(Torch.manager(Device.cpu()).ones(shape.batch(2)));
      try (Network copy = original.copy()) {
        assertThat(copy.snapshot()).isEqualTo(original.snapshot());
      }
    }
  }

  /** (x − mean) / std of each channel, before anything else. */
  @Test
  void inputsAreNormalised() {
    try (Network mlp = Networks.create("mlp-4", 3, INPUT, Device.cpu(), 0)) {
      assertThat(mlp.normalises()).isTrue();
      float[] plain = mlp.logits(images).toFloatArray();
      mlp.normalise(new float[] {0.25f, 0.5f}, new float[] {0.5f, 2});
      NDArray inverse =
          images
              .mul(array(new float[] {0.5f, 2}, 1, 2, 1, 1))
              .add(array(new float[] {0.25f, 0.5f}, 1, 2, 1, 1));
      assertThat(mlp.logits(inverse).toFloatArray()).containsExactly(plain, within(1e-5f));
      assertThat(mlp.snapshot().get("normalise.std").values()).containsExactly(0.5f, 2);
    }
  }

  @Test
  void normalisationsThatMakeNoSenseAreRefused() {
    try (Network mlp = Networks.create("mlp-4", 3, INPUT, Device.cpu(), 0)) {
      Map<String, WeightTensor> before = mlp.snapshot();
      float[][][] wrong = {
        {{0}, {1}},
        {{0, 0}, {1, 0}},
        {{0, 0}, {1, Float.NaN}},
        {{Float.POSITIVE_INFINITY, 0}, {1, 1}},
        {{0, 0, 0}, {1, 1, 1}}
      };
      for (float[][] pair : wrong) {
        assertThatThrownBy(() -> mlp.normalise(pair[0], pair[1]))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("mean and std must each be 2 finite numbers, std above 0");
      }
      assertThat(mlp.snapshot()).isEqualTo(before);
    }
    assertThat(network.normalises()).isFalse();
    assertThatThrownBy(() -> network.normalise(new float[2], new float[] {1, 1}))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Map<String, WeightTensor> withStatistics(
      Map<String, WeightTensor> weights, float mean, float variance) {
    weights.put("bn.running_mean", WeightTensor.of(new long[] {2}, new float[] {mean, mean}));
    weights.put(
        "bn.running_var", WeightTensor.of(new long[] {2}, new float[] {variance, variance}));
    return weights;
  }

  private static void assertClose(NDArray first, NDArray second, double tolerance) {
    assertThat(first.toFloatArray())
        .containsExactly(second.toFloatArray(), within((float) tolerance));
  }
}
