package org.rhobust.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** body(x) + shortcut(x), both of one shape (He et al. 2016). An empty shortcut passes x on. */
final class ResidualSum extends AbstractBlock {

  private final Block body;
  private final Block shortcut;

  ResidualSum(Sequence body, Sequence shortcut) {
    this.body = addChildBlock("body", body);
    this.shortcut = addChildBlock("shortcut", shortcut);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
    NDArray input = inputs.singletonOrThrow();
    NDArray around = shortcut.forward(store, inputs, training).singletonOrThrow();
    try (NDArray through = body.forward(store, inputs, training).singletonOrThrow()) {
      return new NDList(through.add(around));
    } finally {
      if (around != input) {
        around.close();
      }
    }
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    body.initialize(manager, type, inputs);
    shortcut.initialize(manager, type, inputs);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return body.getOutputShapes(inputs);
  }
}
