package org.rhobust.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Torch;

@ExtendWith(OnComputeThread.class)
class NetworksTest {

  private static final ImageShape CIFAR = new ImageShape(3, 32, 32);

  /** WRN-28-10: the published 36.5 million. The others by hand from their definition. */
  @ParameterizedTest
  @CsvSource({
    "small,1x28x28,166406",
    "lenet,1x28x28,3274634",
    "mlp,1x28x28,669706",
    "mlp-7,1x28x28,5575",
    "resnet20,3x32x32,4327754",
    "resnet20,1x28x28,4326602",
    "wrn-10-1,3x32x32,77850",
    "wrn-16-2,3x32x32,691674",
    "wrn-28-10,3x32x32,36479194",
    "wrn-40-2,3x32x32,2243546"
  })
  void parameterCounts(String name, String input, long count) {
    assertThat(Networks.parameterCount(name, 10, ImageShape.parse(input))).isEqualTo(count);
  }

  /** What was counted is what is made, and an output has a logit a class. */
  @ParameterizedTest
  @CsvSource({
    "small,1x28x28",
    "lenet,1x28x28",
    "mlp,1x28x28",
    "mlp-9-8,3x5x7",
    "resnet20,1x28x28",
    "resnet20,3x33x17",
    "wrn-10-1,3x32x32",
    "wrn-16-2,1x28x28"
  })
  void shapes(String name, String input) {
    ImageShape shape = ImageShape.parse(input);
    try (Scope scope = Scope.open();
        Network network = Networks.create(name, 7, shape, Device.cpu(), 0)) {
      assertThat(network.parameterCount())
          .isEqualTo(Networks.parameterCount(name, 7, shape))
          .isEqualTo(network.weights().values().stream().mapToLong(array -> array.size()).sum());
      assertThat(
              network
                  .logits(Torch.manager(Device.cpu()).zeros(shape.batch(2)))
                  .getShape()
                  .getShape())
          .containsExactly(2, 7);
    }
  }

  @Test
  void residualNetworksHaveTheNamesOfAPyTorchModule() {
    Map<String, String> shapes = new LinkedHashMap<>();
    try (Network network = Networks.create("wrn-10-1", 10, CIFAR, Device.cpu(), 0)) {
      network.snapshot().forEach((name, tensor) -> shapes.put(name, tensor.toString()));
      assertThat(network.weights().keySet())
          .isSubsetOf(shapes.keySet())
          .doesNotContain("normalise.mean", "normalise.std")
          .noneMatch(name -> name.contains("running"));
    }
    assertThat(shapes)
        .containsEntry("normalise.mean", "float32[3]")
        .containsEntry("conv1.weight", "float32[16, 3, 3, 3]")
        .containsEntry("group1.0.bn1.running_var", "float32[16]")
        .containsEntry("group2.0.shortcut.weight", "float32[32, 16, 1, 1]")
        .containsEntry("group3.0.conv2.weight", "float32[64, 64, 3, 3]")
        .containsEntry("fc.weight", "float32[10, 64]")
        .doesNotContainKeys("conv1.bias", "group1.0.shortcut.weight");
  }

  /** N(0, 2/n) before a batch normalisation, with n = 9 · 128 outputs that an input reaches. */
  @Test
  void convolutionsBeforeABatchNormalisationAreHeInitialised() {
    try (Network network = Networks.create("resnet20", 10, CIFAR, Device.cpu(), 4)) {
      float[] values = network.snapshot().get("layer2.0.conv1.weight").values();
      double sum = 0;
      double squares = 0;
      for (float value : values) {
        sum += value;
        squares += value * value;
      }
      double variance = 2.0 / (9 * 128);
      // Five standard deviations of the mean and of the mean square of n normal numbers.
      assertThat(Math.abs(sum / values.length)).isLessThan(5 * Math.sqrt(variance / values.length));
      assertThat(squares / values.length / variance)
          .isBetween(
              1 - 5 * Math.sqrt(2.0 / values.length), 1 + 5 * Math.sqrt(2.0 / values.length));
      assertThat(network.snapshot().get("bn1.weight").values()).containsOnly(1);
      assertThat(network.snapshot().get("bn1.bias").values()).containsOnly(0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wrn-27-10 | the depth must be 6n+4",
        "wrn-4-10 | the depth must be 6n+4",
        "wrn-9994-1 | at most 1000",
        "wrn-28-0 | widening factor must lie in 1..100",
        "wrn-28-101 | widening factor must lie in 1..100",
        "wrn-28 | must be of the form wrn-d-k",
        "wrn-28-99999999999999999999 | widening factor must lie in 1..100",
        "wrn-99999999999-1 | at most 1000",
        "wrn-x-1 | must be of the form wrn-d-k",
        "mlp- | must be of the form mlp-H1-H2",
        "mlp-5-x | must be of the form mlp-H1-H2",
        "mlp-0 | widths must lie in 1..65536",
        "mlp-65537 | widths must lie in 1..65536",
        "mlp-100000 | widths must lie in 1..65536",
        "mlp-5-99999999999999999999 | widths must lie in 1..65536",
        "mlp-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1 | at most 16 hidden layers",
        "resnet | use one of small, lenet, resnet20, wrn-28-10, mlp, any wrn-d-k",
        "'' | is unknown",
      })
  void badNamesAreRefused(String name, String words) {
    assertThatThrownBy(() -> Networks.requireKnown(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("network", name, words)
        .message()
        .hasLineCount(1);
  }

  /** Counted, not allocated: each of these would fill gigabytes. */
  @ParameterizedTest
  @CsvSource({
    "wrn-28-100,3x32x32",
    "mlp-65536-65536,1x28x28",
    "small,3x4096x4096",
    "mlp,3x4000x4000",
    "lenet,1x4000x4000"
  })
  void hugeNetworksAreRefusedBeforeTheyAreMade(String name, String input) {
    assertThatThrownBy(() -> Networks.create(name, 10, ImageShape.parse(input), Device.cpu(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("network '" + name + "'", "268,435,456 weights");
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "lenet"})
  void imagesThatShrinkToNothingAreRefused(String name) {
    assertThatThrownBy(() -> Networks.create(name, 10, new ImageShape(1, 3, 3), Device.cpu(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the images are too small for network '" + name + "'");
  }

  @Test
  void aClassAloneIsRefused() {
    assertThatThrownBy(() -> Networks.create("small", 1, CIFAR, Device.cpu(), 0))
        .hasMessage("classes is 1; it must be at least 2");
  }

  @Test
  void offersCanBeMade() {
    List<NetworkOffer> offers = Networks.offers();
    assertThat(offers)
        .extracting(NetworkOffer::name)
        .containsExactly("small", "lenet", "resnet20", "wrn-28-10", "mlp");
    offers.forEach(
        offer -> {
          assertThat(Networks.parameterCount(offer.name(), 10, CIFAR)).isPositive();
          assertThat(offer.title()).isNotBlank();
        });
  }

  /** Hundreds of tensors differ; the message stays a line that can be read. */
  @Test
  void weightsOfAnotherNetworkAreNamedInALine() {
    Map<String, WeightTensor> weights;
    try (Network network = Networks.create("wrn-40-1", 10, CIFAR, Device.cpu(), 0)) {
      weights = network.snapshot();
    }
    assertThatThrownBy(() -> Networks.restore("resnet20", 10, CIFAR, Device.cpu(), weights))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContainingAll(
            "network 'resnet20'", "missing bn1.weight, bn1.bias, bn1.running_mean and 1", "more")
        .message()
        .hasLineCount(1)
        .hasSizeLessThan(300);
  }

  @Test
  void shapesOfAnotherNetworkAreNamedInALine() {
    try (Network network = Networks.create("mlp-4-4", 10, CIFAR, Device.cpu(), 0)) {
      assertThatThrownBy(
              () -> Networks.restore("mlp-5-5", 10, CIFAR, Device.cpu(), network.snapshot()))
          .hasMessage(
              "the weights do not fit network 'mlp-5-5': of another shape fc1.weight [4, 3072]"
                  + " instead of [5, 3072], fc1.bias [4] instead of [5], fc2.weight [4, 4] instead"
                  + " of [5, 5] and 2 more");
    }
  }

  @Test
  void weightsThatAreNoNumbersAreRemarked() {
    try (Network network = Networks.create("mlp-4-4", 10, CIFAR, Device.cpu(), 0)) {
      Map<String, WeightTensor> weights = network.snapshot();
      assertThat(network.remark()).isEmpty();
      weights.put("fc1.bias", WeightTensor.of(new long[] {4}, new float[] {0, Float.NaN, 1, 2}));
      try (Network broken = Networks.restore("mlp-4-4", 10, CIFAR, Device.cpu(), weights)) {
        assertThat(broken.remark()).contains("fc1.bias", "NaN").hasLineCount(1);
      }
    }
  }

  @Test
  void aModelWhoseWeightsDoNotFitLeavesNothingBehind() {
    int before = Torch.liveArrays(Device.cpu());
    StoredModel stored =
        new StoredModel(
            ModelFixture.description(), "here/weights.safetensors", ModelFixture.weights());
    assertThatThrownBy(() -> OpenModel.of(stored, Device.cpu()))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContainingAll(
            "model \"mnist-ccat\"",
            "network 'small'",
            "missing conv1.weight, conv1.bias, conv2.weight and 5 more",
            "unknown 2.weight, 0.bias",
            "here/weights.safetensors: ",
            "correct network, classes or input in model.json")
        .message()
        .hasLineCount(1);
    assertThat(Torch.liveArrays(Device.cpu())).isEqualTo(before);
  }
}
