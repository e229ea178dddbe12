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

/**
 * Blocks one after the other. Unlike the library's, it lets go of each block's input as soon as it
 * has the output, so that a deep network holds only what its backward pass needs.
 */
final class Sequence extends AbstractBlock {

  void add(Block block) {
    addChildBlock("", block);
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
    NDArray given = inputs.singletonOrThrow();
    NDArray current = given;
    for (Block block : children.values()) {
      NDArray next = block.forward(store, new NDList(current), training).singletonOrThrow();
      if (current != given && current != next) {
        current.close();
      }
      current = next;
    }
    return new NDList(current);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    Shape[] shapes = inputs;
    for (Block block : children.values()) {
      block.initialize(manager, type, shapes);
      shapes = block.getOutputShapes(shapes);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    Shape[] shapes = inputs;
    for (Block block : children.values()) {
      shapes = block.getOutputShapes(shapes);
    }
    return shapes;
  }
}
