package org.rhobust.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.function.UnaryOperator;

/**
 * A layer without weights. Unlike the library's, it says its output's shape without computing one:
 * the shapes of a stranger's file cost no memory before they are checked.
 */
final class Operation extends AbstractBlock {

  private final UnaryOperator<NDArray> function;
  private final UnaryOperator<Shape> shape;

  Operation(UnaryOperator<NDArray> function, UnaryOperator<Shape> shape) {
    this.function = function;
    this.shape = shape;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
    return new NDList(function.apply(inputs.singletonOrThrow()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return new Shape[] {shape.apply(inputs[0])};
  }
}
