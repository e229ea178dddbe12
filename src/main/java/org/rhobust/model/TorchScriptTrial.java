package org.rhobust.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import org.rhobust.tensor.EngineException;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Torch;
import org.rhobust.tensor.TorchScriptModule;

/** Tries a module that was just opened, since its file does not say what it takes and returns. */
record TorchScriptTrial(
    TorchScriptModule module, Path file, int classes, ImageShape input, Device device) {

  /**
   * The output for one image.
   *
   * @param image [C, H, W]
   * @return K values, or 1 for two classes
   * @throws ModelFileException when it returns another number of classes
   * @throws EngineException when it does not take such an image
   */
  float[] output(float[] image) {
    try (Scope scope = Scope.open()) {
      NDArray output = module.forward(images(image, 1));
      if (!fits(output.getShape(), 1)) {
        throw new ModelFileException(
            "%s returns shape %s for one image, not [1, %d]; correct --classes"
                .formatted(file, output.getShape(), classes));
      }
      return output.toFloatArray();
    }
  }

  /**
   * Requires that a module that takes one image takes two as well.
   *
   * @throws ModelFileException otherwise, with the cure
   */
  void requireBatches() {
    try (Scope scope = Scope.open()) {
      if (!fits(module.forward(images(new float[2 * input.size()], 2)).getShape(), 2)) {
        throw fixedBatch(null);
      }
    } catch (EngineException e) {
      throw fixedBatch(e);
    }
  }

  /** Whether the output has a gradient by the image. */
  boolean differentiable() {
    try (Scope scope = Scope.open()) {
      float[] grey = new float[input.size()];
      Arrays.fill(grey, 0.5f);
      return module.differentiable(images(grey, 1));
    }
  }

  private NDArray images(float[] values, int count) {
    return Torch.manager(device).create(values, input.batch(count));
  }

  private boolean fits(Shape output, int count) {
    boolean one = classes == 2 && output.size() == count && output.dimension() <= 2;
    return one || output.equals(new Shape(count, classes));
  }

  private ModelFileException fixedBatch(EngineException cause) {
    return new ModelFileException(
        file
            + " takes one image, but not a batch of two: its batch size is fixed; export it with"
            + " x.flatten(1) in place of x.view(1, -1), from an example of two images or more",
        cause);
  }
}
