package org.rhobust.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rhobust.model.ModelFileException;
import org.rhobust.model.TensorFit;
import org.rhobust.model.WeightTensor;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Values;

/** The arrays that an optimiser keeps from step to step, by name. */
final class OptimiserState implements AutoCloseable {

  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  /** Adds an array of zeros like this one, and gives it. */
  NDArray addZeros(String name, NDArray like) {
    NDArray zeros = Scope.persist(like.zerosLike());
    arrays.put(name, zeros);
    return zeros;
  }

  /** Copies of the arrays, to be saved. */
  Map<String, WeightTensor> snapshot() {
    Map<String, WeightTensor> copies = new LinkedHashMap<>();
    arrays.forEach(
        (name, array) ->
            copies.put(name, WeightTensor.of(array.getShape().getShape(), array.toFloatArray())));
    return copies;
  }

  /**
   * Sets the arrays.
   *
   * @throws ModelFileException when the names or the shapes are others; then nothing is changed
   */
  void restore(Map<String, WeightTensor> saved) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    arrays.forEach((name, array) -> shapes.put(name, array.getShape()));
    TensorFit.require("the optimiser's state is of another network", shapes, saved);
    arrays.forEach((name, array) -> Values.assign(array, saved.get(name).values()));
  }

  @Override
  public void close() {
    arrays.values().forEach(NDArray::close);
  }
}
