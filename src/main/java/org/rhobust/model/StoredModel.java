package org.rhobust.model;

import java.util.Map;

/**
 * A model as read from its files.
 *
 * @param description the content of {@code model.json}
 * @param weightsFile where the weights are from, for messages
 * @param weights the tensors of {@code weights.safetensors} by name, in the order of the file
 */
public record StoredModel(
    ModelDescription description, String weightsFile, Map<String, WeightTensor> weights) {

  static StoredModel decode(byte[] json, String jsonName, byte[] weights, String weightsName) {
    ModelDescription description = ModelDescriptionJson.read(json, jsonName);
    String actual = Sha256.hex(weights);
    if (!actual.equals(description.weightsSha256())) {
      throw new ModelFileException(
          "%s is not the file that %s describes: its SHA-256 is %s, not %s; fetch both again"
              .formatted(weightsName, jsonName, actual, description.weightsSha256()));
    }
    return new StoredModel(
        description, weightsName, Safetensors.decode(weights, weightsName).tensors());
  }
}
