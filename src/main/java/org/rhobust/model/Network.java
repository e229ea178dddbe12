package org.rhobust.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Seeds;
import org.rhobust.tensor.Torch;
import org.rhobust.tensor.Values;

/**
 * A classifier that can be trained: a DJL block with its arrays on one device. Its weights are
 * trained; its buffers are the running statistics of batch normalisation, which a training forward
 * pass moves, and the mean and deviation that inputs are normalised with.
 */
public final class Network implements Classifier {

  private static final String MEAN = "normalise.mean";
  private static final String STD = "normalise.std";

  private final Layers layers;
  private final int classes;
  private final ImageShape input;
  private final Device device;
  private final ParameterStore parameterStore;
  private String remark = "";
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();
  private final Map<String, NDArray> weights = new LinkedHashMap<>();

  private Network(Layers layers, int classes, ImageShape input, Device device) {
    this.layers = layers;
    this.classes = classes;
    this.input = input;
    this.device = device;
    NDManager manager = Torch.manager(device);
    parameterStore = new ParameterStore(manager, false);
    try (Scope scope = Scope.open()) {
      layers.block().setInitializer(Initializer.ZEROS, parameter -> true);
      layers.block().initialize(manager, DataType.FLOAT32, input.batch(1));
      layers.arrays().forEach(this::own);
    }
  }

  private void own(String key, NamedArray named) {
    NDArray array = Scope.persist(named.parameter().getArray());
    array.setRequiresGradient(false);
    arrays.put(key, array);
    if (named.trainable()) {
      weights.put(key, array);
    }
  }

  /**
   * A network with fresh weights: those of a layer drawn from U(−1/√n, 1/√n) with n inputs to a
   * unit, as PyTorch does by default, but convolutions before a batch normalisation from N(0, 2/n)
   * with n outputs that an input reaches. Equal seeds give equal weights on every device.
   */
  static Network fresh(Layers layers, int classes, ImageShape input, Device device, long seed) {
    Network network = new Network(layers, classes, input, device);
    RandomGenerator random = Seeds.generator(seed, layers.network().hashCode());
    layers
        .arrays()
        .forEach(
            (key, named) ->
                Values.assign(
                    network.arrays.get(key),
                    named.filling().draw((int) named.shape().size(), random)));
    return network;
  }

  /** A network with stored weights, which are known to fit before anything is allocated. */
  static Network restored(
      Layers layers,
      int classes,
      ImageShape input,
      Device device,
      Map<String, WeightTensor> weights) {
    requireFit(layers, weights);
    Network network = new Network(layers, classes, input, device);
    network.assign(weights);
    network.remark = remark(weights);
    return network;
  }

  @Override
  public NDArray logits(NDArray images) {
    return layers.block().forward(parameterStore, new NDList(images), false).singletonOrThrow();
  }

  /**
   * The logits in training mode, through which gradients flow to {@link #weights}: batch
   * normalisation uses the batch's statistics, and moves its running ones by a tenth towards them.
   *
   * @param images [N, C, H, W] in [0, 1]
   * @return [N, K]
   */
  public NDArray trainingLogits(NDArray images) {
    return layers.block().forward(parameterStore, new NDList(images), true).singletonOrThrow();
  }

  /** What an optimiser moves, by the name that a PyTorch module gives it; live, not copies. */
  public Map<String, NDArray> weights() {
    return Collections.unmodifiableMap(weights);
  }

  /** Whether it normalises its inputs, with what {@link #normalise} sets. */
  public boolean normalises() {
    return arrays.containsKey(MEAN);
  }

  /**
   * Sets what inputs are normalised with: (x − mean) / std of each channel.
   *
   * @param mean [C]
   * @param std [C], above 0
   * @throws IllegalArgumentException when a number is missing, not finite or not above 0
   * @throws IllegalStateException when the network does not normalise
   */
  public void normalise(float[] mean, float[] std) {
    if (!normalises()) {
      throw new IllegalStateException("network '%s' does not normalise".formatted(name()));
    }
    for (int i = 0; i < input.channels(); i++) {
      if (mean.length != input.channels()
          || std.length != input.channels()
          || !Float.isFinite(mean[i])
          || !(std[i] > 0 && Float.isFinite(std[i]))) {
        throw new IllegalArgumentException(
            "mean and std must each be %d finite numbers, std above 0".formatted(input.channels()));
      }
    }
    Values.assign(arrays.get(MEAN), mean);
    Values.assign(arrays.get(STD), std);
  }

  /** Copies of weights and buffers, to be saved. */
  public Map<String, WeightTensor> snapshot() {
    Map<String, WeightTensor> copies = new LinkedHashMap<>();
    arrays.forEach(
        (key, array) ->
            copies.put(
                key, WeightTensor.owning(array.getShape().getShape(), array.toFloatArray())));
    return copies;
  }

  /**
   * Sets all weights and buffers.
   *
   * @throws ModelFileException when a name is missing, unknown or of another shape; then nothing is
   *     changed
   */
  public void restore(Map<String, WeightTensor> saved) {
    requireFit(layers, saved);
    assign(saved);
  }

  /** A second network with the same weights and buffers, which stay as they are now. */
  public Network copy() {
    return Networks.restore(name(), classes, input, device, snapshot());
  }

  /** The number of trainable values. */
  public long parameterCount() {
    return layers.parameterCount();
  }

  /** The registry's name of this network, such as {@code small}. */
  public String name() {
    return layers.network();
  }

  /** Names stored weights that are NaN or infinite; empty where all are numbers. */
  @Override
  public String remark() {
    return remark;
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
    arrays.values().forEach(NDArray::close);
  }

  private void assign(Map<String, WeightTensor> saved) {
    arrays.forEach((key, array) -> Values.assign(array, saved.get(key).values()));
  }

  private static String remark(Map<String, WeightTensor> weights) {
    return weights.entrySet().stream()
        .filter(entry -> !entry.getValue().isFinite())
        .findFirst()
        .map(
            entry ->
                ("the weights hold NaN or infinite values, first in %s, so the"
                        + " outputs mean nothing; train the model again or give other weights")
                    .formatted(JsonText.printable(entry.getKey())))
        .orElse("");
  }

  private static void requireFit(Layers layers, Map<String, WeightTensor> saved) {
    Map<String, Shape> wanted = new LinkedHashMap<>();
    layers.arrays().forEach((key, named) -> wanted.put(key, named.shape()));
    TensorFit.require(
        "the weights do not fit network '%s'".formatted(layers.network()), wanted, saved);
  }
}
