package org.rhobust.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Images and labels in a file of NumPy's {@code savez}, under the names that Keras uses: {@code
 * x_train}, {@code y_train}, {@code x_test}, {@code y_test}. The images are [N, H, W], [N, H, W, C]
 * or [N, C, H, W] with C of 1 or 3, as integers in 0..255 or as floats in [0, 1]; the labels are
 * integers, [N] or [N, 1].
 */
final class NpzImages implements LocalFormat {

  /** How the names of such files end. */
  static final String ENDING = ".npz";

  private static final int MOST_CLASSES = 10_000;
  private static final int MOST_SIDE = 4096;

  private final Path file;

  private NpzImages(Path file) {
    this.file = file;
  }

  /** A file with the ending .npz, or a folder with one such file. */
  static Optional<NpzImages> find(Path path) {
    if (isNpz(path)) {
      return Optional.of(new NpzImages(path));
    }
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    try (Stream<Path> inside = Files.list(path)) {
      List<Path> files = inside.filter(NpzImages::isNpz).toList();
      return files.size() == 1 ? Optional.of(new NpzImages(files.get(0))) : Optional.empty();
    } catch (IOException e) {
      throw FileErrors.cannotRead(path, e);
    }
  }

  @Override
  public Optional<List<String>> classNames() {
    return Optional.empty();
  }

  @Override
  public int countClasses() {
    try (NpzReader reader = NpzReader.open(file)) {
      int highest = 0;
      for (int label : labels(reader.read("y_train"), MOST_CLASSES)) {
        highest = Math.max(highest, label);
      }
      return highest + 1;
    }
  }

  @Override
  public ImageSet train(String name, List<String> classNames) {
    return read("train", name, classNames);
  }

  @Override
  public ImageSet test(String name, List<String> classNames) {
    return read("test", name, classNames);
  }

  private ImageSet read(String part, String name, List<String> classNames) {
    try (NpzReader reader = NpzReader.open(file)) {
      int[] labels = labels(reader.read("y_" + part), classNames.size());
      NpyArray images = reader.read("x_" + part);
      Layout layout = layout(images);
      if (layout.count != labels.length) {
        throw refused(
            images,
            "holds %d images, but y_%s holds %d labels; save as many"
                .formatted(layout.count, part, labels.length));
      }
      byte[] pixels = pixels(images);
      if (layout.channelsLast) {
        Transposition.channelsFirst(pixels, layout.channels, layout.height * layout.width);
      }
      return ImageSet.owning(
          name, classNames, layout.channels, layout.height, layout.width, pixels, labels);
    }
  }

  private record Layout(int count, int channels, int height, int width, boolean channelsLast) {}

  private Layout layout(NpyArray images) {
    int[] shape = images.shape();
    Layout layout = null;
    if (shape.length == 3) {
      layout = new Layout(shape[0], 1, shape[1], shape[2], false);
    } else if (shape.length == 4 && isColours(shape[3])) {
      layout = new Layout(shape[0], shape[3], shape[1], shape[2], true);
    } else if (shape.length == 4 && isColours(shape[1])) {
      layout = new Layout(shape[0], shape[1], shape[2], shape[3], false);
    }
    if (layout == null || layout.count < 1 || !isSide(layout.height) || !isSide(layout.width)) {
      throw refused(
          images,
          "has shape %s; save [N, H, W], [N, H, W, C] or [N, C, H, W] with C of 1 or 3 and sides up to %d"
              .formatted(images.shapeText(), MOST_SIDE));
    }
    return layout;
  }

  private byte[] pixels(NpyArray images) {
    if (images.unsignedBytes()) {
      return images.bytes();
    }
    double scale = images.integral() ? 1 : 255;
    byte[] pixels = new byte[images.size()];
    for (int i = 0; i < pixels.length; i++) {
      double level = scale * images.number(i);
      if (!(level >= 0 && level <= 255)) {
        throw refused(
            images,
            "has the value %s; save integers in 0..255 or floats in 0..1"
                .formatted(images.number(i)));
      }
      pixels[i] = (byte) Math.round(level);
    }
    return pixels;
  }

  private int[] labels(NpyArray array, int classes) {
    int[] shape = array.shape();
    boolean column = shape.length == 2 && shape[1] == 1;
    if (!array.integral() || shape.length != 1 && !column) {
      throw refused(
          array, "has shape %s; save N integers, the labels".formatted(array.shapeText()));
    }
    int[] labels = new int[array.size()];
    for (int i = 0; i < labels.length; i++) {
      long label = array.integer(i);
      if (label < 0 || label >= classes) {
        throw refused(
            array,
            "label %d of image %d is outside 0..%d; save labels from 0 on"
                .formatted(label, i, classes - 1));
      }
      labels[i] = (int) label;
    }
    return labels;
  }

  private DataException refused(NpyArray array, String why) {
    return new DataException("%s: array %s %s".formatted(file, array.name(), why));
  }

  private static boolean isColours(int extent) {
    return extent == 1 || extent == 3;
  }

  private static boolean isSide(int extent) {
    return extent >= 1 && extent <= MOST_SIDE;
  }

  private static boolean isNpz(Path path) {
    return path.toString().endsWith(ENDING) && !Files.isDirectory(path);
  }
}
