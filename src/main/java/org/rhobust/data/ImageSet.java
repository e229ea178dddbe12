package org.rhobust.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * An immutable set of labelled images, kept as unsigned bytes [N, C, H, W]. {@link #first}, {@link
 * #last}, {@link #range}, {@link #sample} and {@link #ofClasses} are views that share the pixels.
 * Safe for use by several threads.
 */
public final class ImageSet {

  private final String name;
  private final List<String> classNames;
  private final PixelStore pixels;
  private final int[] labels;

  /** Where the images are in the pixels; null where they are all there in order. */
  private final int[] places;

  private final int from;
  private final int size;

  private ImageSet(
      String name,
      List<String> classNames,
      PixelStore pixels,
      int[] labels,
      int[] places,
      int from,
      int size) {
    this.name = name;
    this.classNames = classNames;
    this.pixels = pixels;
    this.labels = labels;
    this.places = places;
    this.from = from;
    this.size = size;
  }

  /**
   * A set of its own, copied from the arrays.
   *
   * @param name what messages call it, such as "mnist test"
   * @param classNames the K class names, in the order of the labels
   * @param pixels unsigned bytes [N, C, H, W]
   * @param labels N labels in 0..K−1
   * @throws IllegalArgumentException if an extent is below 1, the lengths do not fit together, or a
   *     label is outside 0..K−1
   */
  public static ImageSet of(
      String name,
      List<String> classNames,
      int channels,
      int height,
      int width,
      byte[] pixels,
      int[] labels) {
    return owning(name, classNames, channels, height, width, pixels.clone(), labels.clone());
  }

  /** As {@link #of}, but keeps the arrays: for loaders that let go of them. */
  static ImageSet owning(
      String name,
      List<String> classNames,
      int channels,
      int height,
      int width,
      byte[] pixels,
      int[] labels) {
    Objects.requireNonNull(name, "name");
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "an image of %s cannot be %dx%dx%d".formatted(name, channels, height, width));
    }
    long expected =
        Math.multiplyExact(
            Math.multiplyExact((long) labels.length, (long) channels * height), (long) width);
    if (pixels.length != expected) {
      throw new IllegalArgumentException(
          "%s has %d pixel bytes, but %d images of %dx%dx%d need %d"
              .formatted(name, pixels.length, labels.length, channels, height, width, expected));
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classNames.size()) {
        throw new IllegalArgumentException(
            "label %d of image %d of %s is outside 0..%d"
                .formatted(labels[i], i, name, classNames.size() - 1));
      }
    }
    return new ImageSet(
        name,
        List.copyOf(classNames),
        new PixelStore(channels, height, width, pixels),
        labels,
        null,
        0,
        labels.length);
  }

  /** What messages call this set, such as "mnist test". */
  public String name() {
    return name;
  }

  /** The K class names, in the order of the labels. */
  public List<String> classNames() {
    return classNames;
  }

  /** The number of classes, K. */
  public int classes() {
    return classNames.size();
  }

  /** The number of images, N. */
  public int size() {
    return size;
  }

  /** The number of colour channels, C. */
  public int channels() {
    return pixels.channels();
  }

  /** The height in pixels, H. */
  public int height() {
    return pixels.height();
  }

  /** The width in pixels, W. */
  public int width() {
    return pixels.width();
  }

  /** The number of values of one image, C·H·W. */
  public int imageLength() {
    return pixels.imageLength();
  }

  /**
   * The label of image {@code i}, in 0..K−1.
   *
   * @throws IndexOutOfBoundsException if {@code i} is outside 0..N−1
   */
  public int label(int i) {
    return labels[position(i)];
  }

  /** A copy of the N labels. */
  public int[] labels() {
    return Arrays.copyOfRange(labels, from, from + size);
  }

  /**
   * Image {@code i} as floats [C, H, W] in [0, 1], each byte / 255.
   *
   * @throws IndexOutOfBoundsException if {@code i} is outside 0..N−1
   */
  public float[] image(int i) {
    float[] image = new float[imageLength()];
    copyImage(i, image, 0);
    return image;
  }

  /**
   * Writes image {@code i} as floats [C, H, W] in [0, 1] to {@code target} from {@code offset} on.
   *
   * @throws IndexOutOfBoundsException if {@code i} is outside 0..N−1 or the image does not fit
   */
  public void copyImage(int i, float[] target, int offset) {
    pixels.copy(place(position(i)), target, offset);
  }

  /** The CRC-32 of pixels and labels, which tells whether a set is the same as at another time. */
  public long checksum() {
    CRC32 checksum = new CRC32();
    for (int i = 0; i < size; i++) {
      pixels.update(place(from + i), checksum);
      checksum.update(label(i));
    }
    return checksum.getValue();
  }

  /** A copy of the pixels as unsigned bytes [N, C, H, W]. */
  public byte[] bytes() {
    int length = imageLength();
    byte[] copy = new byte[Math.multiplyExact(size, length)];
    for (int i = 0; i < size; i++) {
      pixels.copy(place(from + i), copy, i * length);
    }
    return copy;
  }

  /**
   * How often each byte occurs in each channel.
   *
   * @return counts [C, 256]
   */
  long[][] histograms() {
    long[][] counts = new long[channels()][256];
    for (int i = 0; i < size; i++) {
      pixels.count(place(from + i), counts);
    }
    return counts;
  }

  /**
   * The first {@code n} images, as a view.
   *
   * @throws IllegalArgumentException if {@code n} is outside 0..N
   */
  public ImageSet first(int n) {
    checkCount("first", n);
    return range(0, n);
  }

  /**
   * The last {@code n} images, as a view.
   *
   * @throws IllegalArgumentException if {@code n} is outside 0..N
   */
  public ImageSet last(int n) {
    checkCount("last", n);
    return range(size - n, size);
  }

  /**
   * The images {@code start} (inclusive) to {@code end} (exclusive), as a view.
   *
   * @throws IllegalArgumentException unless 0 ≤ start ≤ end ≤ N
   */
  public ImageSet range(int start, int end) {
    if (start < 0 || start > end || end > size) {
      throw new IllegalArgumentException(
          "the range %d to %d does not lie in the %d images of %s"
              .formatted(start, end, size, name));
    }
    return new ImageSet(name, classNames, pixels, labels, places, from + start, end - start);
  }

  /**
   * {@code n} different images drawn with {@code seed}, in the order in which they were drawn, as a
   * view. Equal arguments give equal images, and fewer images are the first of more.
   *
   * @throws IllegalArgumentException if {@code n} is outside 0..N
   */
  public ImageSet sample(int n, long seed) {
    checkCount("sampled", n);
    return select(name, classNames, ImageOrder.drawn(size, n, seed), this::label);
  }

  /**
   * The images of some classes in their old order, labelled 0..k−1 in the order of {@code classes},
   * as a view.
   *
   * @param classes k labels of this set
   * @throws IllegalArgumentException if there is none, one is outside 0..K−1, or one is there twice
   */
  public ImageSet ofClasses(List<Integer> classes) {
    int[] renamed = new int[classes()];
    Arrays.fill(renamed, -1);
    for (int k = 0; k < classes.size(); k++) {
      int label = classes.get(k);
      if (label < 0 || label >= renamed.length || renamed[label] >= 0) {
        throw new IllegalArgumentException(
            "%s are not different classes of 0..%d of %s"
                .formatted(classes, renamed.length - 1, name));
      }
      renamed[label] = k;
    }
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("no class of %s was chosen".formatted(name));
    }
    int[] chosen = IntStream.range(0, size).filter(i -> renamed[label(i)] >= 0).toArray();
    List<String> names = classes.stream().map(classNames::get).toList();
    return select(name, names, chosen, i -> renamed[label(i)]);
  }

  /**
   * The same images, shuffled with a fixed seed where they stand in the order of their classes: the
   * first and the last would else be of one class. As a view; itself where they do not, as after a
   * first call.
   */
  public ImageSet mixed() {
    return ImageOrder.mixed(size, this::label)
        .map(order -> select(name, classNames, order, this::label))
        .orElse(this);
  }

  /** The same images under another name. */
  ImageSet named(String other) {
    return new ImageSet(other, classNames, pixels, labels, places, from, size);
  }

  /** The shape of one image, such as {@code 1x28x28}. */
  public String shape() {
    return Pictures.shape(channels(), height(), width());
  }

  @Override
  public String toString() {
    return "%s (%d images of %s)".formatted(name, size, shape());
  }

  private ImageSet select(
      String called, List<String> names, int[] indices, IntUnaryOperator label) {
    int[] chosenLabels = Arrays.stream(indices).map(label).toArray();
    int[] chosenPlaces = Arrays.stream(indices).map(i -> place(from + i)).toArray();
    return new ImageSet(called, names, pixels, chosenLabels, chosenPlaces, 0, indices.length);
  }

  private int place(int position) {
    return places == null ? position : places[position];
  }

  private int position(int i) {
    if (i < 0 || i >= size) {
      throw new IndexOutOfBoundsException(
          size == 0
              ? "index %d of %s, which is empty".formatted(i, name)
              : "index %d is outside 0..%d of %s".formatted(i, size - 1, name));
    }
    return from + i;
  }

  private void checkCount(String which, int n) {
    if (n < 0 || n > size) {
      throw new IllegalArgumentException(
          "the %s %d images were asked for, but %s has %d".formatted(which, n, name, size));
    }
  }
}
