package org.rhobust.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rhobust.data.FileBytes;

/** The trained models shipped with the program, named in {@code sample-models/index.txt}. */
public final class SampleModels {

  private static final String ROOT = "sample-models/";

  private final ClassLoader loader;
  private final List<String> names;

  /** The samples on the class path of {@code loader}. */
  SampleModels(ClassLoader loader) {
    this.loader = loader;
    this.names = readIndex();
  }

  /** The samples of this program. */
  public static SampleModels shipped() {
    return new SampleModels(SampleModels.class.getClassLoader());
  }

  /** The names, in the order to show them. */
  public List<String> names() {
    return names;
  }

  /**
   * Reads the sample called {@code name}.
   *
   * @throws ModelFileException if there is none, listing those there are, or its files are damaged
   */
  public StoredModel open(String name) {
    if (!names.contains(name)) {
      throw new ModelFileException(
          "there is no sample model %s; choose one of: %s"
              .formatted(JsonText.quote(name), String.join(", ", names)));
    }
    String json = ROOT + name + "/" + ModelDirectory.DESCRIPTION;
    String weights = ROOT + name + "/" + ModelDirectory.WEIGHTS;
    return StoredModel.decode(
        read(json, ModelDirectory.MAX_DESCRIPTION_BYTES),
        json,
        read(weights, ModelDirectory.MAX_WEIGHTS_BYTES),
        weights);
  }

  /** Read to the end by hand, since an empty list is no error. */
  private List<String> readIndex() {
    try (InputStream stream = resource(ROOT + "index.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw damaged(ROOT + "index.txt", e);
    }
  }

  private byte[] read(String name, long limit) {
    try (InputStream stream = resource(name)) {
      return FileBytes.read(stream, name, limit);
    } catch (IOException e) {
      throw damaged(name, e);
    }
  }

  private InputStream resource(String name) {
    InputStream stream = loader.getResourceAsStream(name);
    if (stream == null) {
      throw damaged(name, null);
    }
    return stream;
  }

  private static ModelFileException damaged(String name, IOException cause) {
    return new ModelFileException(
        "%s is missing from the program or damaged; install it again".formatted(name), cause);
  }
}
