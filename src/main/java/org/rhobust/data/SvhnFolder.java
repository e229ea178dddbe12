package org.rhobust.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The MATLAB files of the cropped digits of SVHN. */
final class SvhnFolder implements LocalFormat {

  private final Path folder;

  private SvhnFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder with the file of either part. */
  static Optional<SvhnFolder> find(Path folder) {
    return Files.exists(folder.resolve(Svhn.TRAIN)) || Files.exists(folder.resolve(Svhn.TEST))
        ? Optional.of(new SvhnFolder(folder))
        : Optional.empty();
  }

  @Override
  public Optional<List<String>> classNames() {
    return Optional.of(Svhn.DIGITS);
  }

  @Override
  public int countClasses() {
    return Svhn.DIGITS.size();
  }

  @Override
  public ImageSet train(String name, List<String> classNames) {
    return SvhnFile.read(name, folder.resolve(Svhn.TRAIN));
  }

  @Override
  public ImageSet test(String name, List<String> classNames) {
    return SvhnFile.read(name, folder.resolve(Svhn.TEST));
  }
}
