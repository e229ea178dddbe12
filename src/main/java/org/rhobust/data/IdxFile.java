package org.rhobust.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unsigned bytes in the IDX format of the MNIST files, plain or gzipped. Memory grows with what the
 * file really holds, never by what its header claims; a gzip stream is left one byte after the
 * expected end.
 */
public final class IdxFile {

  private static final int LABELS = 0x00000801;
  private static final int IMAGES = 0x00000803;
  private static final int MAX_SIDE = 4096;
  private static final String CURE = "; fetch the file again";

  private final String name;
  private final int[] shape;
  private final byte[] values;

  private IdxFile(String name, int[] shape, byte[] values) {
    this.name = name;
    this.shape = shape;
    this.values = values;
  }

  /**
   * Reads images, shape [N, H, W] with sides up to 4096.
   *
   * @throws DataException if {@code file} cannot be read or is not such a file
   */
  public static IdxFile readImages(Path file) {
    return open(file, IMAGES);
  }

  /**
   * Reads images from {@code stream}, which stays open; {@code name} is for messages.
   *
   * @throws DataException if the content is not such a file
   */
  public static IdxFile readImages(InputStream stream, String name) {
    return read(stream, name, IMAGES);
  }

  /**
   * Reads labels, shape [N].
   *
   * @throws DataException if {@code file} cannot be read or is not such a file
   */
  public static IdxFile readLabels(Path file) {
    return open(file, LABELS);
  }

  /**
   * Reads labels from {@code stream}, which stays open; {@code name} is for messages.
   *
   * @throws DataException if the content is not such a file
   */
  public static IdxFile readLabels(InputStream stream, String name) {
    return read(stream, name, LABELS);
  }

  /**
   * Joins grey images and their labels to a set of K = {@code classNames.size()} classes.
   *
   * @throws DataException if the counts differ or a label is not below K
   */
  public static ImageSet join(
      String name, List<String> classNames, IdxFile images, IdxFile labels) {
    if (images.shape[0] != labels.shape[0]) {
      throw new DataException(
          "%s holds %d images but %s holds %d labels; use two files of the same set"
              .formatted(images.name, images.shape[0], labels.name, labels.shape[0]));
    }
    int[] numbers = new int[labels.values.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = labels.values[i] & 0xff;
      if (numbers[i] >= classNames.size()) {
        throw new DataException(
            "%s: label %d of image %d is outside 0..%d; the labels are damaged, or of more classes"
                .formatted(labels.name, numbers[i], i, classNames.size() - 1));
      }
    }
    return ImageSet.owning(
        name, classNames, 1, images.shape[1], images.shape[2], images.values, numbers);
  }

  /** The highest value. */
  int highest() {
    int highest = 0;
    for (byte value : values) {
      highest = Math.max(highest, value & 0xff);
    }
    return highest;
  }

  /** Whether a file begins as IDX images do, plain or gzipped. */
  static boolean isImages(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream raw = Files.newInputStream(file);
        InputStream stream = unzipped(raw, file.toString())) {
      return Arrays.equals(stream.readNBytes(4), new byte[] {0, 0, 8, 3});
    } catch (IOException | DataException e) {
      return false;
    }
  }

  /** Images as a set of K classes whose labels, all 0, mean nothing. */
  ImageSet unlabelled(int classes) {
    return ImageSet.owning(
        name, ClassNames.numbered(classes), 1, shape[1], shape[2], values, new int[shape[0]]);
  }

  /** A copy of the extents, [N, H, W] or [N]. */
  public int[] shape() {
    return shape.clone();
  }

  /** A copy of the unsigned bytes, in row-major order. */
  public byte[] values() {
    return values.clone();
  }

  private static IdxFile open(Path file, int magic) {
    try (InputStream stream = Files.newInputStream(file)) {
      return read(stream, file.toString(), magic);
    } catch (IOException e) {
      throw FileErrors.cannotRead(file, e);
    }
  }

  private static IdxFile read(InputStream raw, String name, int magic) {
    try {
      InputStream stream = unzipped(raw, name);
      int[] shape = readHeader(stream, name, magic);
      return new IdxFile(name, shape, readValues(stream, name, shape));
    } catch (EOFException | ZipException e) {
      throw new DataException("%s: the gzip stream is damaged or cut%s".formatted(name, CURE), e);
    } catch (IOException e) {
      throw FileErrors.cannotRead(name, e);
    }
  }

  private static InputStream unzipped(InputStream raw, String name) throws IOException {
    BufferedInputStream stream = new BufferedInputStream(raw, 1 << 16);
    stream.mark(2);
    int first = stream.read();
    int second = stream.read();
    stream.reset();
    if (first < 0) {
      throw new DataException("%s is empty (0 bytes)%s".formatted(name, CURE));
    }
    return first == 0x1f && second == 0x8b ? new GZIPInputStream(stream, 1 << 16) : stream;
  }

  private static int[] readHeader(InputStream stream, String name, int magic) throws IOException {
    int rank = magic & 0xff;
    byte[] bytes = stream.readNBytes(4 + 4 * rank);
    ByteBuffer header = ByteBuffer.wrap(bytes);
    if (bytes.length >= 4 && header.getInt() != magic) {
      throw new DataException(
          "%s: the magic number is 0x%08x, not 0x%08x; give an IDX file of %s"
              .formatted(name, header.getInt(0), magic, magic == IMAGES ? "images" : "labels"));
    }
    if (bytes.length < 4 + 4 * rank) {
      throw new DataException(
          "%s: the header is cut after %d bytes%s".formatted(name, bytes.length, CURE));
    }
    int[] shape = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      shape[axis] = header.getInt();
      int most = axis == 0 ? Integer.MAX_VALUE : MAX_SIDE;
      if (shape[axis] < 1 || shape[axis] > most) {
        throw new DataException(
            "%s: the %s in the header is %d, outside 1..%d%s"
                .formatted(
                    name,
                    List.of("count", "height", "width").get(axis),
                    Integer.toUnsignedLong(shape[axis]),
                    most,
                    CURE));
      }
    }
    return shape;
  }

  private static byte[] readValues(InputStream stream, String name, int[] shape)
      throws IOException {
    long expected = 1;
    for (int extent : shape) {
      expected *= extent;
    }
    MemoryLimit.check(name, expected);
    byte[] values = GrowingArray.read(stream, (int) expected);
    if (values.length < expected) {
      throw new DataException(
          "%s is cut: the header promises %d bytes of data, there are %d%s"
              .formatted(name, expected, values.length, CURE));
    }
    if (stream.read() >= 0) {
      throw new DataException(
          "%s is too long: data goes on after the %d bytes that the header promises%s"
              .formatted(name, expected, CURE));
    }
    return values;
  }
}
