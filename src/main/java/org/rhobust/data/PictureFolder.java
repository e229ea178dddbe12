package org.rhobust.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Pictures (PNG, JPEG, BMP, GIF, by the ending of their names) of a folder: flat, without labels,
 * or in a folder for each class, called by its name or its number. In the order of names, or with
 * classes in that of {@link ImageOrder#mixed}. Hidden files are left out.
 */
final class PictureFolder implements ImageSource {

  private static final String ENDINGS = "(?i).+\\.(png|jpg|jpeg|bmp|gif)";

  private final Path root;
  private final List<String> classNames;
  private final Pictures pictures;
  private List<Entry> entries = new ArrayList<>();
  private int read;
  private int scaled;
  private int recoloured;

  private record Entry(Path file, OptionalInt label) {}

  private PictureFolder(Path root, List<String> classNames, Pictures pictures) {
    pictures.requireColours();
    this.root = root;
    this.classNames = classNames;
    this.pictures = pictures;
  }

  /** One picture alone. */
  static PictureFolder ofFile(Path file, Pictures pictures) {
    Path parent = file.toAbsolutePath().getParent();
    PictureFolder folder = new PictureFolder(parent, List.of(), pictures);
    folder.entries.add(new Entry(file.toAbsolutePath(), OptionalInt.empty()));
    return folder;
  }

  /**
   * The pictures of a folder.
   *
   * @param classNames the K names of the classes
   * @return empty when it has neither pictures nor folders
   * @throws DataException if it has both, or a folder that is neither a class nor one of 0..K−1
   */
  static Optional<PictureFolder> of(Path root, List<String> classNames, Pictures pictures) {
    PictureFolder folder = new PictureFolder(root, classNames, pictures);
    folder.add(list(root, PictureFolder::isPicture), OptionalInt.empty());
    List<Path> inner = list(root, Files::isDirectory);
    if (!folder.entries.isEmpty() && !inner.isEmpty()) {
      throw new DataException(
          "%s holds pictures beside the folder %s; give pictures alone, or a folder for each class"
              .formatted(root, inner.get(0).getFileName()));
    }
    inner.stream()
        .sorted(Comparator.comparingInt(folder::label))
        .forEach(
            path ->
                folder.add(
                    list(path, PictureFolder::isPicture), OptionalInt.of(folder.label(path))));
    folder.mix();
    return folder.entries.isEmpty() ? Optional.empty() : Optional.of(folder);
  }

  /** Pictures are made to fit. */
  @Override
  public void requireFit(int classes, Pictures pictures) {}

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public Picture image(int i) {
    Picture picture = pictures.read(entries.get(i).file());
    read++;
    scaled += picture.scaled() ? 1 : 0;
    recoloured += picture.recoloured() ? 1 : 0;
    return picture;
  }

  @Override
  public OptionalInt label(int i) {
    return entries.get(i).label();
  }

  @Override
  public Optional<String> file(int i) {
    return Optional.of(root.relativize(entries.get(i).file()).toString().replace('\\', '/'));
  }

  @Override
  public String remark() {
    List<String> done = new ArrayList<>();
    if (scaled > 0) {
      done.add("%d scaled to %s, aspect kept, on black".formatted(scaled, pictures.size()));
    }
    if (recoloured > 0) {
      done.add(
          (pictures.channels() == 1 ? "%d turned to grey" : "%d turned from grey to colour")
              .formatted(recoloured));
    }
    return done.isEmpty()
        ? ""
        : "of %d picture%s: %s".formatted(read, read == 1 ? "" : "s", String.join("; ", done));
  }

  @Override
  public ImageSet labelled() {
    MemoryLimit.check(root.toString(), pictures.bytes(size()));
    int[] labels = new int[size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] =
          label(i)
              .orElseThrow(
                  () ->
                      new DataException(
                          "the labels of the pictures in %s are unknown; put them into a folder for each class, called 0 to %d"
                              .formatted(root, classNames.size() - 1)));
    }
    byte[] pixels = new byte[size() * pictures.length()];
    for (int i = 0; i < size(); i++) {
      int next = i * pictures.length();
      for (float value : image(i).values()) {
        pixels[next++] = (byte) Math.round(255 * value);
      }
    }
    return ImageSet.owning(
        root.toString(),
        classNames,
        pictures.channels(),
        pictures.height(),
        pictures.width(),
        pixels,
        labels);
  }

  private void add(List<Path> files, OptionalInt label) {
    files.forEach(file -> entries.add(new Entry(file, label)));
  }

  private void mix() {
    ImageOrder.mixed(size(), i -> label(i).orElse(0))
        .ifPresent(order -> entries = Arrays.stream(order).mapToObj(entries::get).toList());
  }

  private int label(Path folder) {
    return ClassNames.find(classNames, folder.getFileName().toString())
        .orElseThrow(
            () ->
                new DataException(
                    "the folder %s is no class; call the folders of pictures %s"
                        .formatted(folder, expectedNames())));
  }

  private String expectedNames() {
    String numbers = "0 to " + (classNames.size() - 1);
    return classNames.equals(ClassNames.numbered(classNames.size()))
        ? numbers
        : "by the classes, such as %s, or %s".formatted(classNames.get(0), numbers);
  }

  static boolean isPicture(Path file) {
    return file.getFileName().toString().matches(ENDINGS) && !Files.isDirectory(file);
  }

  /** What is wanted of a folder, by name, without hidden files. */
  static List<Path> list(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .filter(wanted)
          .sorted(Comparator.comparing(path -> path.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw FileErrors.cannotRead(folder, e);
    }
  }
}
