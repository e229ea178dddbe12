package org.rhobust.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The binary files of CIFAR-10 or CIFAR-100, or the folder that their archive unpacks to. */
final class CifarFolder implements LocalFormat {

  private final Path folder;
  private final CifarFormat format;

  private CifarFolder(Path folder, CifarFormat format) {
    this.folder = folder;
    this.format = format;
  }

  /** A folder with a training or a test file of either. */
  static Optional<CifarFolder> find(Path folder) {
    return Stream.of(CifarFormat.values())
        .flatMap(
            format ->
                Stream.of(folder, folder.resolve(format.folder()))
                    .map(place -> new CifarFolder(place, format)))
        .filter(CifarFolder::holdsFile)
        .findFirst();
  }

  @Override
  public Optional<List<String>> classNames() {
    return Optional.of(format.classNames());
  }

  @Override
  public int countClasses() {
    return format.classNames().size();
  }

  @Override
  public ImageSet train(String name, List<String> classNames) {
    return format.read(
        name, classNames, format.trainFiles().stream().map(folder::resolve).toList());
  }

  @Override
  public ImageSet test(String name, List<String> classNames) {
    return format.read(name, classNames, List.of(folder.resolve(format.testFile())));
  }

  private boolean holdsFile() {
    return format.allFiles().anyMatch(file -> Files.exists(folder.resolve(file)));
  }
}
