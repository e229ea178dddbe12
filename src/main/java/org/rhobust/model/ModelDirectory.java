package org.rhobust.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rhobust.data.AtomicFiles;
import org.rhobust.data.DataException;
import org.rhobust.data.FileBytes;

/** A model on disk: a folder with {@code model.json} and {@code weights.safetensors}. */
public final class ModelDirectory {

  /** The file of the {@link ModelDescription}. */
  public static final String DESCRIPTION = "model.json";

  /** The file of the weights. */
  public static final String WEIGHTS = "weights.safetensors";

  static final long MAX_DESCRIPTION_BYTES = 1_000_000;
  static final long MAX_WEIGHTS_BYTES = Integer.MAX_VALUE - 8;

  private ModelDirectory() {}

  /** Whether {@code folder} holds a {@code model.json}. */
  public static boolean isModel(Path folder) {
    return Files.isRegularFile(folder.resolve(DESCRIPTION));
  }

  /**
   * Reads both files and holds the weights against their hash.
   *
   * @throws DataException if a file cannot be read
   * @throws ModelFileException if a file is missing, broken or not the one described
   */
  public static StoredModel read(Path folder) {
    Path json = folder.resolve(DESCRIPTION);
    Path weights = folder.resolve(WEIGHTS);
    requireThere(folder, json);
    requireThere(folder, weights);
    return StoredModel.decode(
        FileBytes.read(json, MAX_DESCRIPTION_BYTES),
        json.toString(),
        FileBytes.read(weights, MAX_WEIGHTS_BYTES),
        weights.toString());
  }

  /**
   * What {@code model.json} says, without a look at the weights.
   *
   * @throws DataException if the file cannot be read
   * @throws ModelFileException if it is missing or broken
   */
  public static ModelDescription describe(Path folder) {
    Path json = folder.resolve(DESCRIPTION);
    requireThere(folder, json);
    return ModelDescriptionJson.read(FileBytes.read(json, MAX_DESCRIPTION_BYTES), json.toString());
  }

  private static void requireThere(Path folder, Path file) {
    if (Files.notExists(file)) {
      throw new ModelFileException(
          "%s holds no %s; the folder of a model must hold %s and %s, as they were saved together"
              .formatted(folder, file.getFileName(), DESCRIPTION, WEIGHTS));
    }
  }

  /**
   * Writes both files, whole or not at all, over nothing, an empty folder or another model.
   *
   * @return {@code description} with the hash of the weights
   * @throws ModelFileException if {@code folder} holds anything else
   * @throws DataException if the folder cannot be written
   */
  public static ModelDescription write(
      Path folder, ModelDescription description, Map<String, WeightTensor> weights) {
    checkReplaceable(folder);
    ModelDescription[] written = new ModelDescription[1];
    AtomicFiles.writeDirectory(
        folder,
        temporary -> {
          String hash = writeWeights(temporary.resolve(WEIGHTS), weights);
          written[0] = description.toBuilder().weightsSha256(hash).build();
          AtomicFiles.writeString(
              temporary.resolve(DESCRIPTION), ModelDescriptionJson.write(written[0]));
        });
    return written[0];
  }

  private static String writeWeights(Path file, Map<String, WeightTensor> weights) {
    MessageDigest digest = Sha256.digest();
    AtomicFiles.write(
        file,
        stream -> {
          OutputStream digesting = new DigestOutputStream(stream, digest);
          Safetensors.write(digesting, weights, Map.of("format", "pt"));
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void checkReplaceable(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw refused(folder, "it is a file");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !Set.of(DESCRIPTION, WEIGHTS).contains(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw refused(folder, "it holds other files (" + name + ")");
              });
    } catch (IOException e) {
      throw refused(folder, "it cannot be read");
    }
  }

  private static ModelFileException refused(Path folder, String reason) {
    return new ModelFileException(
        "cannot save a model as %s: %s; choose a new folder".formatted(folder, reason));
  }
}
