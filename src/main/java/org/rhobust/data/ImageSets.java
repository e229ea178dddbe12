package org.rhobust.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

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

  /**
   * The images of what {@link #open(String, int)} opens, of a file of IDX images, with the file of
   * labels that stands beside it, of a picture, or of a folder of pictures, flat or in a folder for
   * each class 0..K−1.
   *
   * @param classes the number of classes K
   * @param pictures reads pictures for the network's input shape
   * @throws DataException if nothing fit to use is there, with what was expected
   */
  public static ImageSource source(String nameOrPath, int classes, Pictures pictures) {
    return DataSets.find(nameOrPath)
        .<ImageSource>map(set -> new StoredImages(set.test(), true))
        .orElseGet(() -> openPath(nameOrPath, classes, pictures));
  }

  private static ImageSource openPath(String name, int classes, Pictures pictures) {
    Path path = path(name);
    if (!Files.isDirectory(path)) {
      return IdxFile.isImages(path)
          ? openFile(name, path, classes)
          : PictureFolder.ofFile(path, pictures);
    }
    if (IdxFolder.plainOrZipped(path, IMAGES).isPresent()) {
      return new StoredImages(openFolder(name, classes), true);
    }
    return PictureFolder.of(path, ClassNames.numbered(classes), pictures)
        .orElseThrow(
            () ->
                new DataException(
                    "%s holds neither %s nor pictures (PNG, JPEG, BMP, GIF); give another folder"
                        .formatted(path, IMAGES)));
  }

  private static ImageSource openFile(String name, Path file, int classes) {
    IdxFile images = IdxFile.readImages(file);
    String labels =
        file.getFileName()
            .toString()
            .replace("images", "labels")
            .replace("idx3", "idx1")
            .replaceFirst("\\.gz$", "");
    return IdxFolder.plainOrZipped(file.toAbsolutePath().getParent(), labels)
        .filter(beside -> !beside.getFileName().equals(file.getFileName()))
        .map(IdxFile::readLabels)
        .map(
            read ->
                new StoredImages(
                    IdxFile.join(name, ClassNames.numbered(classes), images, read), true))
        .orElseGet(() -> new StoredImages(images.unlabelled(classes), false));
  }

  private static ImageSet openFolder(String name, int classes) {
    Path folder = path(name);
    IdxFile images = IdxFile.readImages(file(folder, IMAGES));
    IdxFile labels = IdxFile.readLabels(file(folder, LABELS));
    return IdxFile.join(name, ClassNames.numbered(classes), images, labels);
  }

  private static Path path(String name) {
    try {
      Path path = Path.of(name);
      if (!name.isBlank() && Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw missing(name);
    }
    throw missing(name);
  }

  private static DataException missing(String name) {
    return new DataException(
        "there is no data set or file \"%s\"; give one of: %s, or pictures, or a folder with %s and %s"
            .formatted(name, String.join(", ", DataSets.names()), IMAGES, LABELS));
  }

  private static Path file(Path folder, String name) {
    return IdxFolder.plainOrZipped(folder, name)
        .orElseThrow(
            () ->
                new DataException(
                    "%s holds neither %s nor %s.gz; add it or give another folder"
                        .formatted(folder, name, name)));
  }
}
