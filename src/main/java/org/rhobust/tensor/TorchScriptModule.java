package org.rhobust.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;

/**
 * A TorchScript module in evaluation mode, through which gradients flow to the input. Its weights
 * are loaded as trainable, since others cannot take part in differentiation, and then frozen.
 */
public final class TorchScriptModule implements AutoCloseable {

  private final PtSymbolBlock block;

  private TorchScriptModule(PtSymbolBlock block) {
    this.block = block;
  }

  /**
   * Loads a file written by {@code torch.jit.save}.
   *
   * @throws EngineException when PyTorch cannot read it
   */
  public static TorchScriptModule load(Path file, Device device) {
    PtNDManager manager = (PtNDManager) Torch.manager(device);
    try {
      PtSymbolBlock block =
          JniUtils.loadModule(manager, file, true, new String[0], new String[0], true);
      JniUtils.enableInferenceMode(block);
      JniUtils.moduleGetParams(block, manager).forEach(weight -> weight.setRequiresGradient(false));
      return new TorchScriptModule(block);
    } catch (ai.djl.engine.EngineException e) {
      throw GpuMemory.explained(e)
          .orElseGet(
              () ->
                  new EngineException(
                      file
                          + " could not be opened by PyTorch "
                          + Torch.version()
                          + ": "
                          + firstLine(e),
                      e));
    }
  }

  /**
   * The module's output for a batch: numbers as float32.
   *
   * @throws EngineException when the module does not take this input or returns no single array, or
   *     the GPU's memory is full
   */
  public NDArray forward(NDArray images) {
    try {
      NDList output = IValueUtils.forward(block, new NDList(images), true);
      return single(output);
    } catch (ai.djl.engine.EngineException
        | IndexOutOfBoundsException
        | UnsupportedOperationException e) {
      throw refusal(images.getShape(), e);
    }
  }

  static EngineException refusal(Shape input, RuntimeException problem) {
    return GpuMemory.explained(problem)
        .orElseGet(
            () ->
                new EngineException(
                    "the TorchScript model refuses an input of shape "
                        + input
                        + ": "
                        + lastLine(problem)
                        + "; give its input as --input CxHxW",
                    problem));
  }

  @Override
  public void close() {
    block.close();
  }

  /**
   * Whether the output has a gradient by {@code images}. A GPU that is too full to take one says
   * nothing against it.
   */
  public boolean differentiable(NDArray images) {
    try {
      Gradients.of(images, () -> forward(images).sum());
      return true;
    } catch (ai.djl.engine.EngineException e) {
      return GpuMemory.explain(e) != e;
    }
  }

  private static NDArray single(NDList output) {
    if (output.size() != 1) {
      throw new EngineException(
          "the TorchScript model returns %d arrays; export a module that returns one"
              .formatted(output.size()),
          null);
    }
    return asFloat32(output.get(0));
  }

  /** By a sum, since the engine's conversion lets no gradient through. */
  private static NDArray asFloat32(NDArray output) {
    DataType type = output.getDataType();
    return type == DataType.FLOAT32 || type == DataType.STRING
        ? output
        : output.getManager().zeros(output.getShape(), DataType.FLOAT32).addi(output);
  }

  private static String firstLine(Exception problem) {
    return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
  }

  private static String lastLine(Exception problem) {
    return String.valueOf(problem.getMessage())
        .lines()
        .filter(line -> line.contains("Error"))
        .reduce((first, second) -> second)
        .orElseGet(() -> firstLine(problem));
  }
}
