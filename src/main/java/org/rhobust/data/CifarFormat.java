package org.rhobust.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The binary versions of CIFAR-10 and CIFAR-100, https://www.cs.toronto.edu/~kriz/cifar.html: one
 * record after the other, of the label bytes and of the 3072 bytes of an image [3, 32, 32].
 */
enum CifarFormat {
  /** One byte of label. */
  TEN(
      "cifar-10-batches-bin",
      1,
      Cifar.TEN,
      List.of("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5"),
      "test_batch"),
  /** The coarse label, which is not used, and the fine label. */
  HUNDRED("cifar-100-binary", 2, Cifar.HUNDRED, List.of("train"), "test");

  /** How the names of such files end. */
  static final String ENDING = ".bin";

  private static final int CHANNELS = 3;
  private static final int SIDE = 32;
  private static final int PIXELS = CHANNELS * SIDE * SIDE;

  private final String folder;
  private final int labelBytes;
  private final List<String> classNames;
  private final List<String> train;
  private final String test;

  CifarFormat(
      String folder, int labelBytes, List<String> classNames, List<String> train, String test) {
    this.folder = folder;
    this.labelBytes = labelBytes;
    this.classNames = classNames;
    this.train = train;
    this.test = test;
  }

  /**
   * The format of a file: by its size, which is a whole number of records of only one format, else
   * by its name.
   *
   * @throws DataException if it cannot be read, or neither tells
   */
  static CifarFormat ofFile(Path file) {
    List<CifarFormat> bySize = choose(format -> format.isWhole(file));
    List<CifarFormat> byName =
        choose(
            format ->
                format.allFiles().anyMatch(name -> name.equals(file.getFileName().toString())));
    if (bySize.size() == 1) {
      return bySize.get(0);
    }
    if (byName.size() == 1) {
      return byName.get(0);
    }
    throw new DataException(
        "%s has %d bytes, which does not tell whether its records are of CIFAR-10 (%d bytes) or CIFAR-100 (%d); call it %s or %s, or fetch it again"
            .formatted(
                file,
                size(file),
                TEN.record(),
                HUNDRED.record(),
                TEN.testFile(),
                HUNDRED.testFile()));
  }

  private static List<CifarFormat> choose(Predicate<CifarFormat> wanted) {
    return Stream.of(values()).filter(wanted).toList();
  }

  /** The names of all files. */
  Stream<String> allFiles() {
    return Stream.concat(trainFiles().stream(), Stream.of(testFile()));
  }

  /** The names of the files of the training part. */
  List<String> trainFiles() {
    return train.stream().map(name -> name + ENDING).toList();
  }

  /** The name of the file of the test part. */
  String testFile() {
    return test + ENDING;
  }

  /** The folder in the published archive. */
  String folder() {
    return folder;
  }

  /** The names of the K classes. */
  List<String> classNames() {
    return classNames;
  }

  /** The size of a record in bytes. */
  int record() {
    return labelBytes + PIXELS;
  }

  /**
   * The images of one file.
   *
   * @throws DataException as {@link #read(String, List, List)}
   */
  ImageSet read(String name, Path file) {
    return read(name, classNames, List.of(file));
  }

  /**
   * The images of some files, one after the other.
   *
   * @param name what messages call the set
   * @param classNames at most as many as the format has classes
   * @throws DataException if a file cannot be read, is empty, is no whole number of records, or has
   *     a label outside 0..K−1
   */
  ImageSet read(String name, List<String> classNames, List<Path> files) {
    long count = 0;
    for (Path file : files) {
      count += records(file);
    }
    MemoryLimit.check(name, count * PIXELS);
    byte[] pixels = new byte[(int) count * PIXELS];
    int[] labels = new int[(int) count];
    int next = 0;
    for (Path file : files) {
      next = read(file, classNames.size(), pixels, labels, next);
    }
    return ImageSet.owning(name, classNames, CHANNELS, SIDE, SIDE, pixels, labels);
  }

  private long records(Path file) {
    if (!isWhole(file)) {
      throw new DataException(
          "%s has %d bytes, no whole number of the %d-byte records of CIFAR-%d; fetch the file again"
              .formatted(file, size(file), record(), classNames.size()));
    }
    return size(file) / record();
  }

  private boolean isWhole(Path file) {
    return size(file) > 0 && size(file) % record() == 0;
  }

  private static long size(Path file) {
    try {
      FileBytes.requireRegular(file, "give a CIFAR binary file");
      return Files.size(file);
    } catch (IOException e) {
      throw FileErrors.cannotRead(file, e);
    }
  }

  /** Reads records up to the end of the file, and returns the index after the last. */
  private int read(Path file, int most, byte[] pixels, int[] labels, int first) {
    int records = (int) records(file);
    byte[] label = new byte[labelBytes];
    int end = first + records;
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 18)) {
      for (int i = first; i < end; i++) {
        int got = stream.readNBytes(label, 0, labelBytes);
        got += stream.readNBytes(pixels, i * PIXELS, PIXELS);
        if (got < record()) {
          throw new DataException(file + " is cut; fetch the file again");
        }
        labels[i] = label[labelBytes - 1] & 0xff;
        if (labels[i] >= most) {
          throw new DataException(
              "%s: label %d of image %d is outside 0..%d; fetch the file again"
                  .formatted(file, labels[i], i - first, most - 1));
        }
      }
    } catch (IOException e) {
      throw FileErrors.cannotRead(file, e);
    }
    return end;
  }
}
