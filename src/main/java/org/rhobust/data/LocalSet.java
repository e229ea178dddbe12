package org.rhobust.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A person's own data set: a folder, or a file of arrays. Its name is its absolute path. */
final class LocalSet implements DataSet {

  /** Opened before, with the files as they were then, until memory runs short. */
  private static final Map<Path, SoftReference<LocalSet>> OPENED = new ConcurrentHashMap<>();

  private static final int DEPTH = 2;

  private final Path path;
  private final List<String> state;
  private final List<String> classNames;
  private final SoftCache<ImageSet> train;
  private final SoftCache<ImageSet> test;

  /**
   * Of both parts; null before one is read. No lock guards it, as one who held it would wait for a
   * part while its reader waits for the shape.
   */
  private final AtomicReference<Shape> shape = new AtomicReference<>();

  private record Shape(int channels, int height, int width) {}

  private LocalSet(Path path, List<String> state, LocalFormat format) {
    this.path = path;
    this.state = state;
    classNames = format.classNames().orElseGet(() -> ClassNames.numbered(format.countClasses()));
    String name = path.toString();
    train =
        new SoftCache<>(() -> fitting(format.train(DataSet.trainName(name), classNames).mixed()));
    test = new SoftCache<>(() -> fitting(format.test(DataSet.testName(name), classNames).mixed()));
  }

  /**
   * The data set that lies there; the same as before where no file has changed.
   *
   * @return empty where there is nothing
   * @throws DataException if what is there is no data set
   */
  static Optional<DataSet> open(String text) {
    Path path;
    try {
      path = Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    if (text.isBlank() || !Files.exists(path)) {
      return Optional.empty();
    }
    List<String> now = state(path);
    SoftReference<LocalSet> reference = OPENED.get(path);
    LocalSet known = reference == null ? null : reference.get();
    if (known == null || !known.state.equals(now)) {
      known = new LocalSet(path, now, LocalFormat.of(path).orElseThrow(() -> noData(path)));
      OPENED.values().removeIf(old -> old.get() == null);
      OPENED.put(path, new SoftReference<>(known));
    }
    return Optional.of(known);
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public String title() {
    return "own images in " + path;
  }

  @Override
  public String source() {
    return path.toUri().toString();
  }

  @Override
  public String licence() {
    return "not stated";
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public int channels() {
    return shape().channels();
  }

  @Override
  public int height() {
    return shape().height();
  }

  @Override
  public int width() {
    return shape().width();
  }

  @Override
  public ImageSet train() {
    return train.get();
  }

  @Override
  public ImageSet test() {
    return test.get();
  }

  private Shape shape() {
    if (shape.get() == null) {
      train();
    }
    return shape.get();
  }

  /** Both parts must have the shape of the one that was read first. */
  private ImageSet fitting(ImageSet part) {
    Shape its = new Shape(part.channels(), part.height(), part.width());
    Shape first = shape.compareAndExchange(null, its);
    if (first != null && !first.equals(its)) {
      throw new DataException(
          "the images of %s are %s, but those of the other part are %s; make them the same"
              .formatted(
                  part.name(),
                  part.shape(),
                  Pictures.shape(first.channels(), first.height(), first.width())));
    }
    return part;
  }

  private static DataException noData(Path path) {
    return new DataException(
        "%s is no data set: it holds no IDX, CIFAR, SVHN or .npz files and no folder train with a folder for each class; docs/data.md tells what is read"
            .formatted(path));
  }

  /** What tells that a file has changed; a broken link is as good as any. */
  private static List<String> state(Path path) {
    try (Stream<Path> files = Files.walk(path.toRealPath(), DEPTH)) {
      return files
          .map(Path::toFile)
          .map(file -> "%s %d %d".formatted(file, file.length(), file.lastModified()))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw FileErrors.cannotRead(path, e.getCause());
    } catch (IOException e) {
      throw FileErrors.cannotRead(path, e);
    }
  }
}
