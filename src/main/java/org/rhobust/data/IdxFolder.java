package org.rhobust.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** IDX files under the names of the MNIST files, plain or gzipped with the ending .gz. */
final class IdxFolder implements LocalFormat {

  /** How the names of the files of a training part begin. */
  static final String TRAIN = "train";

  /** How the names of the files of a test part begin. */
  static final String TEST = "t10k";

  private final Path folder;

  private IdxFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder with the images of either part. */
  static Optional<IdxFolder> find(Path folder) {
    return holds(folder, TRAIN) || holds(folder, TEST)
        ? Optional.of(new IdxFolder(folder))
        : Optional.empty();
  }

  @Override
  public Optional<List<String>> classNames() {
    return Optional.empty();
  }

  @Override
  public int countClasses() {
    String part = holds(folder, TRAIN) ? TRAIN : TEST;
    return 1 + IdxFile.readLabels(file(folder, labels(part))).highest();
  }

  @Override
  public ImageSet train(String name, List<String> classNames) {
    return read(folder, TRAIN, name, classNames);
  }

  @Override
  public ImageSet test(String name, List<String> classNames) {
    return read(folder, TEST, name, classNames);
  }

  /** What the images of a part are called. */
  static String images(String part) {
    return part + "-images-idx3-ubyte";
  }

  /** What the labels of a part are called. */
  static String labels(String part) {
    return part + "-labels-idx1-ubyte";
  }

  /** Whether the images of a part are there. */
  static boolean holds(Path folder, String part) {
    return plainOrZipped(folder, images(part)).isPresent();
  }

  /**
   * A part of a set.
   *
   * @param part {@code train} or {@code t10k}
   * @param name what messages call it
   * @throws DataException if a file is missing or cannot be used
   */
  static ImageSet read(Path folder, String part, String name, List<String> classNames) {
    IdxFile images = IdxFile.readImages(file(folder, images(part)));
    IdxFile labels = IdxFile.readLabels(file(folder, labels(part)));
    return IdxFile.join(name, classNames, images, labels);
  }

  /** The file of this name, plain or gzipped. */
  static Optional<Path> plainOrZipped(Path folder, String name) {
    return Stream.of(folder.resolve(name), folder.resolve(name + ".gz"))
        .filter(Files::exists)
        .findFirst();
  }

  private static Path file(Path folder, String name) {
    return plainOrZipped(folder, name)
        .orElseThrow(
            () ->
                new DataException(
                    "%s holds neither %s nor %s.gz; add it or give another folder"
                        .formatted(folder, name, name)));
  }
}
