package org.rhobust.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.nio.file.Path;
import org.rhobust.tensor.EngineException;
import org.rhobust.tensor.TorchScriptModule;

/**
 * A classifier exported from Python with {@code torch.jit.trace} or {@code torch.jit.script}. It
 * can be attacked and inspected, not trained. A module of one logit z is taken as two classes with
 * logits (0, z), so that softmax gives (1 − σ(z), σ(z)); one of one probability p as (1 − p, p).
 */
public final class TorchScriptClassifier implements Classifier {

  /** What the module returns. */
  public enum Output {
    /** To be found out when the file is opened. */
    AUTO,
    LOGITS,
    PROBABILITIES
  }

  private static final float SMALLEST_PROBABILITY = Float.MIN_NORMAL;

  private final TorchScriptModule module;
  private final Path file;
  private final int classes;
  private final ImageShape input;
  private final Device device;
  private final OutputGuess output;
  private final boolean differentiable;

  private TorchScriptClassifier(
      TorchScriptTrial trial, OutputGuess output, boolean differentiable) {
    this.module = trial.module();
    this.file = trial.file();
    this.classes = trial.classes();
    this.input = trial.input();
    this.device = trial.device();
    this.output = output;
    this.differentiable = differentiable;
  }

  /**
   * Opens a file and tries it on a few images, to see that it takes them and what it returns.
   *
   * @param classes K, at least 2
   * @param output what it returns, or {@code AUTO}
   * @throws ModelFileException when the file is no TorchScript, or does not take batches of images
   *     of this shape, or returns another number of classes
   */
  public static TorchScriptClassifier open(
      Path file, int classes, ImageShape input, Output output, Device device) {
    TorchScriptFile.require(file);
    TorchScriptModule module;
    try {
      module = TorchScriptModule.load(file, device);
    } catch (EngineException e) {
      throw new ModelFileException(e.getMessage(), e);
    }
    try {
      TorchScriptTrial trial = new TorchScriptTrial(module, file, classes, input, device);
      OutputGuess guess = OutputGuess.of(trial, output);
      trial.requireBatches();
      return new TorchScriptClassifier(trial, guess, trial.differentiable());
    } catch (EngineException e) {
      module.close();
      throw new ModelFileException(file + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      module.close();
      throw e;
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws ModelFileException when a gradient is to be taken and the module has none
   */
  @Override
  public NDArray logits(NDArray images) {
    if (!differentiable && images.hasGradient()) {
      throw new ModelFileException(
          file
              + " has no gradient by its input, which is needed here; export it without"
              + " torch.no_grad and detach");
    }
    NDArray result = module.forward(images);
    if (classes == 2 && result.size() == images.getShape().get(0)) {
      result = twoClasses(result.reshape(-1, 1));
    }
    // softmax(log p) = p: attacks and the evaluation see the module's own probabilities.
    return output.kind() == Output.PROBABILITIES
        ? NDArrays.maximum(result, SMALLEST_PROBABILITY).log()
        : result;
  }

  private NDArray twoClasses(NDArray second) {
    NDArray first =
        output.kind() == Output.PROBABILITIES ? second.neg().add(1) : second.zerosLike();
    return NDArrays.concat(new NDList(first, second), 1);
  }

  @Override
  public String reading() {
    return output.kind().name();
  }

  @Override
  public String remark() {
    return output.remark();
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public ImageShape input() {
    return input;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public void close() {
    module.close();
  }
}
