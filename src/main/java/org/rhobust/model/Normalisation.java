package org.rhobust.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * (x − mean) / std of each channel, so that attacks live in [0, 1] whatever the network likes. Mean
 * and std are buffers [C]: saved with the weights, not trained.
 */
final class Normalisation extends AbstractBlock {

  private final Parameter mean = buffer("mean");
  private final Parameter std = buffer("std");

  private Parameter buffer(String name) {
    return addParameter(
        Parameter.builder()
            .setName(name)
            .setType(Parameter.Type.OTHER)
            .optRequiresGrad(false)
            .build());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> options) {
    NDArray images = inputs.singletonOrThrow();
    try (NDArray centre = perChannel(store.getValue(mean, images.getDevice(), training));
        NDArray scale = perChannel(store.getValue(std, images.getDevice(), training));
        NDArray centred = images.sub(centre)) {
      return new NDList(centred.div(scale));
    }
  }

  private static NDArray perChannel(NDArray values) {
    return values.reshape(1, values.size(), 1, 1);
  }

  @Override
  protected void prepare(Shape[] inputs) {
    mean.setShape(new Shape(inputs[0].get(1)));
    std.setShape(new Shape(inputs[0].get(1)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return inputs;
  }
}
