package org.rhobust.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rhobust.tensor.OnComputeThread;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Torch;

@ExtendWith(OnComputeThread.class)
class NetworkTest {

  private static final ImageShape MNIST = new ImageShape(1, 28, 28);

  @Test
  void weightsHaveTheNamesAndShapesOfAPyTorchModule() {
    Map<String, String> shapes = new LinkedHashMap<>();
    try (Network network = create("small", 0)) {
      network.snapshot().forEach((name, tensor) -> shapes.put(name, tensor.toString()));
    }
    assertThat(shapes)
        .containsExactly(
            Map.entry("conv1.weight", "float32[16, 1, 4, 4]"),
            Map.entry("conv1.bias", "float32[16]"),
            Map.entry("conv2.weight", "float32[32, 16, 4, 4]"),
            Map.entry("conv2.bias", "float32[32]"),
            Map.entry("fc1.weight", "float32[100, 1568]"),
            Map.entry("fc1.bias", "float32[100]"),
            Map.entry("fc2.weight", "float32[10, 100]"),
            Map.entry("fc2.bias", "float32[10]"));
  }

  @Test
  void freshWeightsDependOnTheSeedAlone() {
    Map<String, WeightTensor> first = weights("small", 7);

    assertThat(weights("small", 7)).isEqualTo(first);
    first.forEach((name, tensor) -> assertThat(weights("small", 8).get(name)).isNotEqualTo(tensor));
  }

  /** U(−1/√n, 1/√n) for n inputs to a unit, weights and biases alike. */
  @ParameterizedTest
  @CsvSource({"conv1.weight,16", "conv1.bias,16", "conv2.weight,256", "fc1.weight,1568"})
  void freshWeightsFillTheirInterval(String name, int inputs) {
    double bound = 1 / Math.sqrt(inputs);
    float largest = 0;
    double sum = 0;
    float[] values = weights("small", 3).get(name).values();
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
      sum += value;
    }
    assertThat((double) largest).isBetween(0.8 * bound, bound * (1 + 1e-6));
    // Five standard deviations of the mean of n uniform numbers.
    assertThat(Math.abs(sum / values.length))
        .isLessThan(5 * bound / Math.sqrt(3.0 * values.length));
  }

  @Test
  void aSnapshotIsACopyAndRestoreBringsItBack() {
    try (Network network = TinyCnn.withFreshWeights(1)) {
      Map<String, WeightTensor> saved = network.snapshot();
      network.weights().get("conv.bias").addi(1);
      assertThat(network.snapshot()).isNotEqualTo(saved);

      network.restore(saved);

      assertThat(network.snapshot()).isEqualTo(saved);
    }
  }

  @Test
  void aRefusedRestoreChangesNothing() {
    try (Network network = TinyCnn.withFreshWeights(1)) {
      Map<String, WeightTensor> before = network.snapshot();

      Map<String, WeightTensor> missing = other();
      missing.remove("fc.bias");
      refused(network, missing, "missing fc.bias");

      Map<String, WeightTensor> unknown = other();
      unknown.put("fc3.bias", WeightTensor.of(new long[] {1}, new float[1]));
      refused(network, unknown, "unknown fc3.bias");

      Map<String, WeightTensor> reshaped = other();
      reshaped.put("fc.weight", WeightTensor.of(new long[] {64, 5}, new float[320]));
      refused(network, reshaped, "of another shape fc.weight [64, 5] instead of [5, 64]");

      assertThat(network.snapshot()).isEqualTo(before);
    }
  }

  @Test
  void closingFreesEveryArray() {
    int before = Torch.liveArrays(Device.cpu());
    for (int i = 0; i < 3; i++) {
      try (Scope scope = Scope.open();
          Network network = create("small", i)) {
        network.logits(Torch.manager(Device.cpu()).zeros(MNIST.batch(1)));
      }
    }
    assertThat(Torch.liveArrays(Device.cpu())).isEqualTo(before);
  }

  /** The weights of version 0.1, whose trainings people may want to repeat. */
  @ParameterizedTest
  @CsvSource({
    "small,322a807254ecf9fbe290b0921c5e1f43d28b8b95232a688f6954626892a0be73",
    "lenet,a061482ed9209af12040a41bdee771077ccf8797338d28dcab160ea5a89b5c3c"
  })
  void aSeedKeepsItsWeights(String name, String sha256) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Safetensors.write(bytes, weights(name, 7), Map.of());
    assertThat(Sha256.hex(bytes.toByteArray())).isEqualTo(sha256);
  }

  private static Network create(String name, long seed) {
    return Networks.create(name, 10, MNIST, Device.cpu(), seed);
  }

  private static Map<String, WeightTensor> weights(String name, long seed) {
    try (Network network = create(name, seed)) {
      return network.snapshot();
    }
  }

  private static Map<String, WeightTensor> other() {
    try (Network network = TinyCnn.withFreshWeights(2)) {
      return new LinkedHashMap<>(network.snapshot());
    }
  }

  private static void refused(Network network, Map<String, WeightTensor> saved, String words) {
    assertThatThrownBy(() -> network.restore(saved))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContainingAll("network 'tiny'", words);
  }
}
