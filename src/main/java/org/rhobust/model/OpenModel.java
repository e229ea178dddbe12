package org.rhobust.model;

import ai.djl.Device;
import java.nio.file.Path;

/**
 * A model ready to be asked, with what its file says about it.
 *
 * @param name for people
 * @param classifier belongs to whoever opened it
 * @param description null for TorchScript, which says nothing
 * @param sha256 the hash of its weights or of its file, in hexadecimal
 */
public record OpenModel(
    String name, Classifier classifier, ModelDescription description, String sha256)
    implements AutoCloseable {

  /**
   * Opens a sample model by its name, or a model directory, on the compute thread.
   *
   * @throws ModelFileException when there is none or its files are damaged
   */
  public static OpenModel open(String nameOrDirectory, Device device) {
    return of(ModelSource.resolve(nameOrDirectory), device);
  }

  /**
   * The network that the description names, with the stored weights.
   *
   * @throws ModelFileException when there is no such network or the weights do not fit it; then
   *     nothing was allocated
   */
  public static OpenModel of(StoredModel stored, Device device) {
    ModelDescription description = stored.description();
    return new OpenModel(
        description.name(), network(stored, device), description, description.weightsSha256());
  }

  private static Network network(StoredModel stored, Device device) {
    ModelDescription description = stored.description();
    try {
      return Networks.restore(
          description.network(),
          description.classes(),
          description.input(),
          device,
          stored.weights());
    } catch (IllegalArgumentException e) {
      throw new ModelFileException(
          "model %s: %s".formatted(JsonText.quote(description.name()), e.getMessage()), e);
    } catch (ModelFileException e) {
      throw new ModelFileException(
          ("model %s: %s: %s; correct network, classes or input in %s, or give"
                  + " the weights saved with it")
              .formatted(
                  JsonText.quote(description.name()),
                  stored.weightsFile(),
                  e.getMessage(),
                  ModelDirectory.DESCRIPTION),
          e);
    }
  }

  /**
   * Opens a TorchScript file, on the compute thread.
   *
   * @throws ModelFileException see {@link TorchScriptClassifier#open}
   */
  public static OpenModel openTorchScript(
      Path file,
      int classes,
      ImageShape input,
      TorchScriptClassifier.Output output,
      Device device) {
    return new OpenModel(
        file.getFileName().toString(),
        TorchScriptClassifier.open(file, classes, input, output, device),
        null,
        Sha256.ofFile(file));
  }

  @Override
  public void close() {
    classifier.close();
  }
}
