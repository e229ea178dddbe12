package org.rhobust.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.rhobust.tensor.EngineException;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Torch;
import org.rhobust.tensor.TorchScriptModule;

/**
 * A classifier exported from Python with {@code torch.jit.trace} or {@code torch.jit.script}. It
 * can be attacked and inspected, not trained. A module of one logit z is taken as two classes with
 * logits (0, z), so that softmax gives (1 − σ(z), σ(z)); one of one probability p as (1 − p, p).
 */
public final class TorchScriptClassifier implements Classifier {

  /** What the module returns. */
  public enum Output {
    LOGITS,
    PROBABILITIES
  }

  private static final float SMALLEST_PROBABILITY = Float.MIN_NORMAL;

  private final TorchScriptModule module;
  private final int classes;
  private final ImageShape input;
  private final Output output;
  private final Device device;

  private TorchScriptClassifier(
      TorchScriptModule module, int classes, ImageShape input, Output output, Device device) {
    this.module = module;
    this.classes = classes;
    this.input = input;
    this.output = output;
    this.device = device;
  }

  /**
   * Opens a file and tries it on one black image.
   *
   * @param classes K, at least 2
   * @throws ModelFileException when the file is no TorchScript, or does not take images of this
   *     shape, or returns another number of classes
   */
  public static TorchScriptClassifier open(
      Path file, int classes, ImageShape input, Output output, Device device) {
    requireTorchScript(file);
    TorchScriptModule module;
    try {
      module = TorchScriptModule.load(file, device);
    } catch (EngineException e) {
      throw new ModelFileException(e.getMessage(), e);
    }
    TorchScriptClassifier classifier =
        new TorchScriptClassifier(module, classes, input, output, device);
    try (Scope scope = Scope.open()) {
      NDArray logits = classifier.logits(Torch.manager(device).zeros(input.batch(1)));
      long[] shape = logits.getShape().getShape();
      if (shape.length != 2 || shape[1] != classes) {
        throw new ModelFileException(
            "%s returns shape %s for one image, not [1, %d]; correct --classes"
                .formatted(file, logits.getShape(), classes));
      }
      return classifier;
    } catch (EngineException e) {
      classifier.close();
      throw new ModelFileException(file + ": " + e.getMessage(), e);
    } catch (ModelFileException e) {
      classifier.close();
      throw e;
    }
  }

  @Override
  public NDArray logits(NDArray images) {
    NDArray result = module.forward(images);
    if (classes == 2 && result.size() == images.getShape().get(0)) {
      result = twoClasses(result.reshape(-1, 1));
    }
    // softmax(log p) = p: attacks and the evaluation see the module's own probabilities.
    return output == Output.PROBABILITIES
        ? NDArrays.maximum(result, SMALLEST_PROBABILITY).log()
        : result;
  }

  private NDArray twoClasses(NDArray second) {
    NDArray first = output == Output.PROBABILITIES ? second.neg().add(1) : second.zerosLike();
    return NDArrays.concat(new NDList(first, second), 1);
  }

  @Override
  public String reading() {
    return output.name();
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

  private static void requireTorchScript(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ModelFileException("model " + file + " is not a file; check the path");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.stream().anyMatch(entry -> entry.getName().contains("/code/"))) {
        return;
      }
    } catch (ZipException e) {
      // Not even an archive: the message below fits.
    } catch (IOException e) {
      throw new ModelFileException("model " + file + " cannot be read: " + e.getMessage(), e);
    }
    throw new ModelFileException(
        file
            + " is no TorchScript file; export it in Python with"
            + " torch.jit.trace(model.eval(), example).save(\"net.pt\")");
  }
}
