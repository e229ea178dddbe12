package org.rhobust.model;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds the model that a person names. */
public final class ModelSource {

  private ModelSource() {}

  /**
   * The sample model of this name, found from any working directory, or the model in this folder. A
   * name comes before a folder.
   *
   * @throws ModelFileException if there is neither, listing the samples, or its files are damaged
   * @throws org.rhobust.data.DataException if a file cannot be read
   */
  public static StoredModel resolve(String nameOrDirectory) {
    return resolve(nameOrDirectory, SampleModels.shipped());
  }

  /** What {@link #resolve} finds the same model by from anywhere: an absolute path, or its name. */
  public static String key(String nameOrDirectory) {
    return isModelFolder(nameOrDirectory)
            && !SampleModels.shipped().names().contains(nameOrDirectory)
        ? Path.of(nameOrDirectory).toAbsolutePath().normalize().toString()
        : nameOrDirectory;
  }

  static StoredModel resolve(String nameOrDirectory, SampleModels samples) {
    if (samples.names().contains(nameOrDirectory)) {
      return samples.open(nameOrDirectory);
    }
    if (isModelFolder(nameOrDirectory)) {
      return ModelDirectory.read(Path.of(nameOrDirectory));
    }
    String names =
        samples.names().isEmpty() ? "" : "one of: " + String.join(", ", samples.names()) + ", or ";
    throw new ModelFileException(
        "there is no model %s; give %sa folder with %s and %s"
            .formatted(
                JsonText.quote(nameOrDirectory),
                names,
                ModelDirectory.DESCRIPTION,
                ModelDirectory.WEIGHTS));
  }

  private static boolean isModelFolder(String name) {
    try {
      return !name.isBlank() && ModelDirectory.isModel(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
