package org.rhobust.attack;

import static org.rhobust.tensor.TestArrays.array;
import static org.rhobust.tensor.TestArrays.oneHot;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.function.UnaryOperator;
import org.rhobust.model.Classifier;
import org.rhobust.model.ImageShape;

/**
 * A classifier whose logits are a formula of the flat pixels, so that a test knows its gradient.
 */
public record FormulaClassifier(ImageShape input, int classes, UnaryOperator<NDArray> formula)
    implements Classifier {

  /** Logits 0 for class 0 and Σ wᵢxᵢ for class 1. */
  public static FormulaClassifier linear(float... weights) {
    return new FormulaClassifier(
        new ImageShape(1, 1, weights.length),
        2,
        pixels -> {
          NDArray sum = pixels.mul(array(weights, 1, weights.length)).sum(new int[] {1}, true);
          return NDArrays.concat(new NDList(sum.zerosLike(), sum), 1);
        });
  }

  /** One image of the input's shape, of class 0. */
  AttackBatch image(float... pixels) {
    return new AttackBatch(
        new int[] {0},
        new int[] {0},
        array(pixels, 1, input.channels(), input.height(), input.width()),
        oneHot(new int[] {0}, classes));
  }

  @Override
  public NDArray logits(NDArray images) {
    return formula.apply(images.reshape(images.getShape().get(0), -1));
  }

  @Override
  public Device device() {
    return Device.cpu();
  }

  @Override
  public void close() {}
}
