package org.rhobust.model;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Layers in sequence, each with weights under the name that a PyTorch module would give it ({@code
 * conv1.weight}), so that saved weights open on both sides.
 */
final class Layers {

  private final SequentialBlock block = new SequentialBlock();
  private final Map<String, Block> named = new LinkedHashMap<>();

  Layers convolution(String name, int filters, int kernel, int stride, int padding) {
    return add(
        name,
        Conv2d.builder()
            .setFilters(filters)
            .setKernelShape(new Shape(kernel, kernel))
            .optStride(new Shape(stride, stride))
            .optPadding(new Shape(padding, padding))
            .build());
  }

  Layers linear(String name, int units) {
    return add(name, Linear.builder().setUnits(units).build());
  }

  Layers relu() {
    block.add(arrays -> new NDList(Activation.relu(arrays.singletonOrThrow())));
    return this;
  }

  /** Non-overlapping windows. */
  Layers maxPool(int side) {
    block.add(Pool.maxPool2dBlock(new Shape(side, side), new Shape(side, side)));
    return this;
  }

  /** [N, C, H, W] to [N, C·H·W], in this order. */
  Layers flatten() {
    block.add(Blocks.batchFlattenBlock());
    return this;
  }

  Block block() {
    return block;
  }

  Map<String, Parameter> parameters() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    named.forEach(
        (name, layer) ->
            layer
                .getDirectParameters()
                .forEach(entry -> parameters.put(name + "." + entry.getKey(), entry.getValue())));
    return parameters;
  }

  /** The fan-in of the layer that a parameter belongs to, once the block is initialised. */
  long inputsToAUnit(String parameter) {
    Block layer = named.get(parameter.substring(0, parameter.lastIndexOf('.')));
    Shape weight = layer.getDirectParameters().get("weight").getArray().getShape();
    return weight.size() / weight.get(0);
  }

  private Layers add(String name, Block layer) {
    named.put(name, layer);
    block.add(layer);
    return this;
  }
}
