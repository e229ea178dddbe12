package org.rhobust.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Seeds;
import org.rhobust.tensor.Torch;
import org.rhobust.tensor.Values;

/** A classifier that can be trained: a DJL block with its weights on one device. */
public final class Network implements Classifier {

  private final String name;
  private final Layers layers;
  private final int classes;
  private final ImageShape input;
  private final Device device;
  private final ParameterStore parameterStore;
  private final Map<String, NDArray> weights = new LinkedHashMap<>();

  /**
   * A network with fresh weights, each layer's drawn from U(−1/√n, 1/√n) with n inputs to a unit,
   * as PyTorch does by default. Equal seeds give equal weights on every device.
   *
   * @param name a name that {@link Networks} knows
   */
  Network(String name, Layers layers, int classes, ImageShape input, Device device, long seed) {
    this.name = name;
    this.layers = layers;
    this.classes = classes;
    this.input = input;
    this.device = device;
    NDManager manager = Torch.manager(device);
    parameterStore = new ParameterStore(manager, false);
    try (Scope scope = Scope.open()) {
      layers.block().initialize(manager, DataType.FLOAT32, input.batch(1));
      RandomGenerator random = Seeds.generator(seed, name.hashCode());
      layers.parameters().forEach((key, parameter) -> initialise(key, parameter, random));
    }
  }

  private void initialise(String key, Parameter parameter, RandomGenerator random) {
    NDArray array = Scope.persist(parameter.getArray());
    array.setRequiresGradient(false);
    double bound = 1 / Math.sqrt(layers.inputsToAUnit(key));
    float[] values = new float[(int) array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    Values.assign(array, values);
    weights.put(key, array);
  }

  @Override
  public NDArray logits(NDArray images) {
    return layers.block().forward(parameterStore, new NDList(images), false).singletonOrThrow();
  }

  /**
   * The logits in training mode, through which gradients flow to {@link #weights}.
   *
   * @param images [N, C, H, W] in [0, 1]
   * @return [N, K]
   */
  public NDArray trainingLogits(NDArray images) {
    return layers.block().forward(parameterStore, new NDList(images), true).singletonOrThrow();
  }

  /** The weights by name, as a PyTorch module of this network names them; live, not copies. */
  public Map<String, NDArray> weights() {
    return weights;
  }

  /** Copies of the weights, to be saved. */
  public Map<String, WeightTensor> snapshot() {
    Map<String, WeightTensor> copies = new LinkedHashMap<>();
    weights.forEach(
        (key, array) ->
            copies.put(key, WeightTensor.of(array.getShape().getShape(), array.toFloatArray())));
    return copies;
  }

  /**
   * Sets all weights.
   *
   * @throws ModelFileException when a name is missing, unknown or of another shape; then nothing is
   *     changed
   */
  public void restore(Map<String, WeightTensor> saved) {
    requireNames(saved);
    weights.forEach((key, array) -> requireShape(key, array, saved.get(key)));
    weights.forEach((key, array) -> Values.assign(array, saved.get(key).values()));
  }

  /** A second network with the same weights, which stay as they are now. */
  public Network copy() {
    Network copy = Networks.create(name, classes, input, device, 0);
    copy.restore(snapshot());
    return copy;
  }

  /** The number of trainable values. */
  public long parameterCount() {
    return weights.values().stream().mapToLong(NDArray::size).sum();
  }

  /** The registry's name of this network, such as {@code small}. */
  public String name() {
    return name;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public ImageShape input() {
    return input;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public void close() {
    weights.values().forEach(NDArray::close);
  }

  private void requireNames(Map<String, WeightTensor> saved) {
    List<String> missing = weights.keySet().stream().filter(k -> !saved.containsKey(k)).toList();
    List<String> unknown = saved.keySet().stream().filter(k -> !weights.containsKey(k)).toList();
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new ModelFileException(
          "the weights do not fit network '%s': missing %s, unknown %s"
              .formatted(name, missing, unknown));
    }
  }

  private void requireShape(String key, NDArray array, WeightTensor saved) {
    long[] expected = array.getShape().getShape();
    if (!Arrays.equals(expected, saved.shape())) {
      throw new ModelFileException(
          "the weights do not fit network '%s': %s has shape %s, not %s"
              .formatted(name, key, Arrays.toString(saved.shape()), Arrays.toString(expected)));
    }
  }
}
