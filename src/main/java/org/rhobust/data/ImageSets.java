package org.rhobust.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens what the option {@code --images} names. */
public final class ImageSets {

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
   * The test part of the data set of this name, or of a person's own data set, or the images of a
   * file of IDX images, CIFAR records, NumPy arrays or MATLAB arrays. A name comes before a folder;
   * write ./mnist for a folder called mnist. docs/data.md tells what is read. An index is that of
   * {@link DataSets#get}: what stands in the order of its classes is {@link ImageSet#mixed}.
   *
   * @param classes the number of classes K of images whose files do not say it
   * @throws DataException if nothing fit to use is there, with what was expected
   */
  public static ImageSet open(String nameOrPath, int classes) {
    return stored(nameOrPath, classes)
        .map(StoredImages::labelled)
        .orElseGet(() -> DataSets.get(path(nameOrPath).toString()).test());
  }

  /**
   * The images of what {@link #open(String, int)} opens, of a picture, or of a folder of pictures,
   * flat or in a folder for each class.
   *
   * @param classes the number of classes K
   * @param pictures reads pictures for the network's input shape
   * @throws DataException if nothing fit to use is there, with what was expected
   */
  public static ImageSource source(String nameOrPath, int classes, Pictures pictures) {
    return stored(nameOrPath, classes)
        .<ImageSource>map(images -> images)
        .orElseGet(() -> ofPictures(path(nameOrPath), classes, pictures));
  }

  /** What is no picture. */
  private static Optional<StoredImages> stored(String name, int classes) {
    Optional<StoredImages> known = DataSets.find(name).map(set -> labelled(set.test()));
    if (known.isPresent()) {
      return known;
    }
    Optional<Path> path = existing(name);
    if (path.isEmpty()) {
      return ClassFilter.apply(name, LocalSet::open).map(set -> labelled(set.test()));
    }
    Optional<StoredImages> own =
        Files.isDirectory(path.get())
            ? ofFolder(name, path.get(), classes)
            : ofFile(name, path.get(), classes);
    return own.map(StoredImages::mixed);
  }

  private static Optional<StoredImages> ofFolder(String name, Path folder, int classes) {
    return LocalFormat.ofArrays(folder)
        .map(
            format ->
                format.test(
                    name, format.classNames().orElseGet(() -> ClassNames.numbered(classes))))
        .map(ImageSets::labelled);
  }

  private static Optional<StoredImages> ofFile(String name, Path file, int classes) {
    String ending = file.getFileName().toString().replaceFirst(".*\\.", ".");
    return switch (ending) {
      case CifarFormat.ENDING -> Optional.of(labelled(CifarFormat.ofFile(file).read(name, file)));
      case SvhnFile.ENDING -> Optional.of(labelled(SvhnFile.read(name, file)));
      case NpzImages.ENDING -> ofFolder(name, file, classes);
      default ->
          IdxFile.isImages(file) ? Optional.of(ofIdx(name, file, classes)) : Optional.empty();
    };
  }

  private static StoredImages ofIdx(String name, Path file, int classes) {
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
        .map(read -> labelled(IdxFile.join(name, ClassNames.numbered(classes), images, read)))
        .orElseGet(() -> new StoredImages(images.unlabelled(classes), false));
  }

  private static ImageSource ofPictures(Path path, int classes, Pictures pictures) {
    if (!Files.isDirectory(path)) {
      return PictureFolder.ofFile(path, pictures);
    }
    Optional<ClassFolders> parts = ClassFolders.find(path);
    if (parts.isPresent()) {
      return parts.get().test(pictures);
    }
    return PictureFolder.of(path, classNames(path, classes), pictures)
        .orElseThrow(
            () ->
                new DataException(
                    "%s holds neither %s nor pictures (PNG, JPEG, BMP, GIF); give another folder"
                        .formatted(path, IdxFolder.images(IdxFolder.TEST))));
  }

  /** The names of the folders, where there are as many as classes, and else numbers. */
  private static List<String> classNames(Path folder, int classes) {
    List<String> names = ClassFolders.names(folder);
    boolean fit = names.size() == classes && names.stream().noneMatch(name -> name.matches("\\d+"));
    return fit ? names : ClassNames.numbered(classes);
  }

  private static StoredImages labelled(ImageSet set) {
    return new StoredImages(set, true);
  }

  private static Path path(String name) {
    return existing(name)
        .orElseThrow(
            () ->
                new DataException(
                    "there is no data set or file \"%s\"; give one of: %s, or pictures, or a folder with %s and %s"
                        .formatted(
                            name,
                            String.join(", ", DataSets.names()),
                            IdxFolder.images(IdxFolder.TEST),
                            IdxFolder.labels(IdxFolder.TEST))));
  }

  private static Optional<Path> existing(String name) {
    try {
      return Optional.of(Path.of(name)).filter(path -> !name.isBlank() && Files.exists(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
