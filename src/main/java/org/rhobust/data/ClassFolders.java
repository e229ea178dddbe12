package org.rhobust.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pictures in a folder for each class, inside a folder {@code train} and one {@code test} or {@code
 * val}. The classes are the folders of {@code train}, by number where all are numbers, else by
 * name. The first picture of {@code train} gives size and colour; the others are made to fit.
 */
final class ClassFolders implements LocalFormat {

  private final Path train;
  private final Path test;

  private ClassFolders(Path train, Path test) {
    this.train = train;
    this.test = test;
  }

  /** A folder with a folder train. */
  static Optional<ClassFolders> find(Path root) {
    Path train = root.resolve("train");
    if (!Files.isDirectory(train)) {
      return Optional.empty();
    }
    Path test =
        Stream.of("test", "val")
            .map(root::resolve)
            .filter(Files::isDirectory)
            .findFirst()
            .orElse(root.resolve("test"));
    return Optional.of(new ClassFolders(train, test));
  }

  @Override
  public Optional<List<String>> classNames() {
    List<String> names = names(train);
    if (names.size() < 2) {
      throw new DataException(
          "%s holds %d folder%s of pictures; make one for each class, at least two"
              .formatted(train, names.size(), names.size() == 1 ? "" : "s"));
    }
    return Optional.of(names);
  }

  /** The names of the folders in {@code folder}, by number where all are numbers, else by name. */
  static List<String> names(Path folder) {
    List<String> names =
        PictureFolder.list(folder, Files::isDirectory).stream()
            .map(inside -> inside.getFileName().toString())
            .toList();
    return names.stream().allMatch(name -> name.matches("\\d{1,9}"))
        ? names.stream().sorted(Comparator.comparing(Integer::valueOf)).toList()
        : names;
  }

  @Override
  public int countClasses() {
    return classNames().orElseThrow().size();
  }

  @Override
  public ImageSet train(String name, List<String> classNames) {
    return read(train, classNames).labelled().named(name);
  }

  @Override
  public ImageSet test(String name, List<String> classNames) {
    return read(test, classNames).labelled().named(name);
  }

  /** The pictures of the test part, made to fit a network. */
  ImageSource test(Pictures pictures) {
    return open(test, classNames().orElseThrow(), pictures);
  }

  private ImageSource read(Path part, List<String> classNames) {
    return open(part, classNames, asFirstPicture());
  }

  private Pictures asFirstPicture() {
    Path first =
        PictureFolder.list(train, Files::isDirectory).stream()
            .flatMap(folder -> PictureFolder.list(folder, PictureFolder::isPicture).stream())
            .findFirst()
            .orElseThrow(() -> noPictures(train));
    DecodedPicture picture = DecodedPicture.read(first);
    return new Pictures(picture.grey() ? 1 : 3, picture.height(), picture.width());
  }

  private static ImageSource open(Path part, List<String> classNames, Pictures pictures) {
    if (!Files.isDirectory(part)) {
      throw new DataException(
          "%s is missing; put the pictures of that part there, in a folder for each class"
              .formatted(part));
    }
    return PictureFolder.of(part, classNames, pictures).orElseThrow(() -> noPictures(part));
  }

  private static DataException noPictures(Path part) {
    return new DataException(
        "%s holds no pictures (PNG, JPEG, BMP, GIF) in folders of classes; add some"
            .formatted(part));
  }
}
