package org.rhobust.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Opens what the option {@code --images} names. */
public final class ImageSets {

  private static final String IMAGES = "t10k-images-idx3-ubyte";
  private static final String LABELS = "t10k-labels-idx1-ubyte";

  private ImageSets() {}

  /**
   * As {@link #open(String, int)} with 10 classes.
   *
   * @throws DataException if nothing fit to use is there
   */
  public static ImageSet open(String nameOrPath) {
    return open(nameOrPath, 10);
  }

  /**
   * The test part of the data set of this name, or the images of a folder that holds {@value
   * #IMAGES} and {@value #LABELS}, plain or gzipped with the ending .gz. A name comes before a
   * folder; write ./mnist for a folder called mnist.
   *
   * @param classes the number of classes K of a folder's images, whose files do not say it; a data
   *     set of a name has its own
   * @throws DataException if nothing fit to use is there, with what was expected
   */
  public static ImageSet open(String nameOrPath, int classes) {
    return DataSets.find(nameOrPath)
        .map(DataSet::test)
        .orElseGet(() -> openFolder(nameOrPath, classes));
  }

  private static ImageSet openFolder(String name, int classes) {
    Path folder = folder(name);
    IdxFile images = IdxFile.readImages(file(folder, IMAGES));
    IdxFile labels = IdxFile.readLabels(file(folder, LABELS));
    return IdxFile.join(name, ClassNames.numbered(classes), images, labels);
  }

  private static Path folder(String name) {
    try {
      Path folder = Path.of(name);
      if (!name.isBlank() && Files.isDirectory(folder)) {
        return folder;
      }
    } catch (InvalidPathException e) {
      throw missing(name);
    }
    throw missing(name);
  }

  private static DataException missing(String name) {
    return new DataException(
        "there is no data set or folder \"%s\"; give one of: %s, or a folder with %s and %s"
            .formatted(name, String.join(", ", DataSets.names()), IMAGES, LABELS));
  }

  private static Path file(Path folder, String name) {
    return List.of(folder.resolve(name), folder.resolve(name + ".gz")).stream()
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    "%s holds neither %s nor %s.gz; add it or give another folder"
                        .formatted(folder, name, name)));
  }
}
