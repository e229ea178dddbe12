package org.rhobust.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A way in which a person's own data set lies on the disk. */
interface LocalFormat {

  /** The names of its classes, where it says them. */
  Optional<List<String>> classNames();

  /**
   * How many classes it has, where it does not say their names: one more than the highest label.
   *
   * @throws DataException if the labels cannot be read
   */
  int countClasses();

  /**
   * Reads the training part.
   *
   * @throws DataException if it is not there or cannot be used
   */
  ImageSet train(String name, List<String> classNames);

  /**
   * Reads the test part.
   *
   * @throws DataException if it is not there or cannot be used
   */
  ImageSet test(String name, List<String> classNames);

  /** The first format that fits a folder or a file of arrays. */
  static Optional<LocalFormat> of(Path path) {
    return ofArrays(path).or(() -> ClassFolders.find(path));
  }

  /** As {@link #of}, without pictures. */
  static Optional<LocalFormat> ofArrays(Path path) {
    return NpzImages.find(path)
        .<LocalFormat>map(found -> found)
        .or(() -> IdxFolder.find(path))
        .or(() -> CifarFolder.find(path))
        .or(() -> SvhnFolder.find(path));
  }
}
