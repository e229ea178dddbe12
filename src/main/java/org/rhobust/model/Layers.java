package org.rhobust.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Layers in sequence, each with weights under the name that a PyTorch module would give it ({@code
 * conv1.weight}), so that saved weights open on both sides. Shapes and counts are known and checked
 * while the layers are put together; nothing is allocated, and no engine is needed.
 */
final class Layers {

  /** 1 GiB of weights. */
  static final long MOST_WEIGHTS = 1L << 28;

  private final String network;
  private final Sequence block = new Sequence();
  private final Map<String, NamedArray> arrays;
  private Shape shape;

  /** The beginning of a network for images of this shape. */
  Layers(String network, ImageShape input) {
    this(network, new LinkedHashMap<>(), input.batch(1));
  }

  private Layers(String network, Map<String, NamedArray> arrays, Shape shape) {
    this.network = network;
    this.arrays = arrays;
    this.shape = shape;
  }

  Layers convolution(String name, int filters, int kernel, int stride, int padding) {
    long inputs = shape.get(1) * kernel * kernel;
    Conv2d layer = conv2d(filters, kernel, stride, padding, true);
    declareWeight(name, layer, kernelShape(filters, kernel), Filling.uniform(inputs));
    declare(name + ".bias", layer, "bias", new Shape(filters), true, Filling.uniform(inputs));
    return add(layer);
  }

  /** For use before a batch normalisation, which has a bias; keeps the extents at stride 1. */
  Layers convolutionWithoutBias(String name, int filters, int kernel, int stride) {
    Conv2d layer = conv2d(filters, kernel, stride, kernel / 2, false);
    Filling filling = Filling.normal((long) filters * kernel * kernel);
    declareWeight(name, layer, kernelShape(filters, kernel), filling);
    return add(layer);
  }

  /** With PyTorch's momentum of 0.1, which the library calls 0.9, and ϵ of 1e-5. */
  Layers batchNorm(String name) {
    BatchNorm layer = BatchNorm.builder().optMomentum(0.9f).optEpsilon(1e-5f).build();
    Shape channels = new Shape(shape.get(1));
    declare(name + ".weight", layer, "gamma", channels, true, Filling.constant(1));
    declare(name + ".bias", layer, "beta", channels, true, Filling.constant(0));
    declare(name + ".running_mean", layer, "runningMean", channels, false, Filling.constant(0));
    declare(name + ".running_var", layer, "runningVar", channels, false, Filling.constant(1));
    return add(layer);
  }

  /** Takes the inputs' mean off and divides by their deviation, which are 0 and 1 until set. */
  Layers normalise(String name) {
    Normalisation layer = new Normalisation();
    Shape channels = new Shape(shape.get(1));
    declare(name + ".mean", layer, "mean", channels, false, Filling.constant(0));
    declare(name + ".std", layer, "std", channels, false, Filling.constant(1));
    return add(layer);
  }

  Layers linear(String name, int units) {
    Linear layer = Linear.builder().setUnits(units).build();
    long inputs = shape.get(1);
    declareWeight(name, layer, new Shape(units, inputs), Filling.uniform(inputs));
    declare(name + ".bias", layer, "bias", new Shape(units), true, Filling.uniform(inputs));
    return add(layer);
  }

  Layers relu() {
    return add(new Operation(Activation::relu, UnaryOperator.identity()));
  }

  /** Non-overlapping windows. */
  Layers maxPool(int side) {
    requireRoom(side);
    Shape window = new Shape(side, side);
    return add(
        new Operation(
            array -> Pool.maxPool2d(array, window, window, new Shape(0, 0), false),
            in -> new Shape(in.get(0), in.get(1), in.get(2) / side, in.get(3) / side)));
  }

  /** [N, C, H, W] to [N, C]. */
  Layers globalAveragePool() {
    return add(new Operation(Layers::mean, in -> new Shape(in.get(0), in.get(1))));
  }

  /** [N, C, H, W] to [N, C·H·W], in this order. */
  Layers flatten() {
    return add(
        new Operation(
            array -> array.reshape(array.getShape().get(0), -1),
            in -> new Shape(in.get(0), in.size() / in.get(0))));
  }

  /** The sum of two branches; a {@code shortcut} that adds no layer passes its input on. */
  Layers residual(UnaryOperator<Layers> body, UnaryOperator<Layers> shortcut) {
    Layers through = body.apply(new Layers(network, arrays, shape));
    Layers around = shortcut.apply(new Layers(network, arrays, shape));
    return add(new ResidualSum(through.block, around.block));
  }

  /** The name of the network. */
  String network() {
    return network;
  }

  /** The number of channels, or of units, at this place. */
  int channels() {
    return (int) shape.get(1);
  }

  Sequence block() {
    return block;
  }

  /** Weights and buffers by name. */
  Map<String, NamedArray> arrays() {
    return arrays;
  }

  /** The number of trainable values. */
  long parameterCount() {
    return arrays.values().stream()
        .filter(NamedArray::trainable)
        .mapToLong(array -> array.shape().size())
        .sum();
  }

  private static NDArray mean(NDArray array) {
    Shape extents = array.getShape();
    try (NDArray pixels = array.reshape(extents.get(0), extents.get(1), -1)) {
      return pixels.mean(new int[] {2});
    }
  }

  private Conv2d conv2d(int filters, int kernel, int stride, int padding, boolean bias) {
    requireRoom(kernel - 2 * padding);
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(kernel, kernel))
        .optStride(new Shape(stride, stride))
        .optPadding(new Shape(padding, padding))
        .optBias(bias)
        .build();
  }

  private Shape kernelShape(int filters, int kernel) {
    return new Shape(filters, shape.get(1), kernel, kernel);
  }

  private void declareWeight(String name, Block layer, Shape extents, Filling filling) {
    declare(name + ".weight", layer, "weight", extents, true, filling);
  }

  private void declare(
      String name, Block layer, String key, Shape extents, boolean trainable, Filling filling) {
    Parameter parameter = layer.getDirectParameters().get(key);
    arrays.put(name, new NamedArray(parameter, extents, trainable, filling));
    if (parameterCount() > MOST_WEIGHTS) {
      throw new IllegalArgumentException(
          "network '%s' has more than %,d weights; choose a smaller one"
              .formatted(network, MOST_WEIGHTS));
    }
  }

  private Layers add(Block layer) {
    block.add(layer);
    shape = layer.getOutputShapes(new Shape[] {shape})[0];
    return this;
  }

  private void requireRoom(int window) {
    if (Math.min(shape.get(2), shape.get(3)) < window) {
      throw new IllegalArgumentException(
          "the images are too small for network '%s'; choose another".formatted(network));
    }
  }
}
