package org.rhobust.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiFunction;

/** MNIST, shipped whole: {@code mnist/SOURCE.md} beside the files says where they come from. */
final class Mnist {

  private static final List<String> DIGITS = ClassNames.numbered(10);

  private Mnist() {}

  static DataSet shipped() {
    return new PublishedSet(
        new PublishedSet.Facts(
            "mnist",
            "MNIST handwritten digits, 60,000 for training and 10,000 for testing",
            "Yann LeCun, Corinna Cortes, Christopher J.C. Burges: The MNIST database of handwritten"
                + " digits, http://yann.lecun.com/exdb/mnist/",
            "Creative Commons Attribution-Share Alike 3.0",
            DIGITS,
            1,
            28,
            28,
            60_000,
            10_000),
        null,
        () -> load("mnist train", "train"),
        () -> load("mnist test", "t10k"));
  }

  private static ImageSet load(String name, String part) {
    return IdxFile.join(
        name,
        DIGITS,
        read("mnist/" + part + "-images-idx3-ubyte.gz", IdxFile::readImages),
        read("mnist/" + part + "-labels-idx1-ubyte.gz", IdxFile::readLabels));
  }

  private static IdxFile read(String resource, BiFunction<InputStream, String, IdxFile> reader) {
    try (InputStream stream = Mnist.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new DataException(
            "%s is missing from the program; install it again".formatted(resource));
      }
      return reader.apply(stream, resource);
    } catch (IOException e) {
      throw FileErrors.cannotRead(resource, e);
    }
  }
}
