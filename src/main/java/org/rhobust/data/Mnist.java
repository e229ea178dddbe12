package org.rhobust.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiFunction;

/** MNIST, shipped whole: {@code mnist/SOURCE.md} beside the files says where they come from. */
final class Mnist implements DataSet {

  private final SoftCache train = new SoftCache(() -> load("mnist train", "train"));
  private final SoftCache test = new SoftCache(() -> load("mnist test", "t10k"));

  @Override
  public String name() {
    return "mnist";
  }

  @Override
  public String title() {
    return "MNIST handwritten digits, 60,000 for training and 10,000 for testing";
  }

  @Override
  public String source() {
    return "Yann LeCun, Corinna Cortes, Christopher J.C. Burges: The MNIST database of handwritten"
        + " digits, http://yann.lecun.com/exdb/mnist/";
  }

  @Override
  public String licence() {
    return "Creative Commons Attribution-Share Alike 3.0";
  }

  @Override
  public List<String> classNames() {
    return ClassNames.numbered(10);
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public int height() {
    return 28;
  }

  @Override
  public int width() {
    return 28;
  }

  @Override
  public ImageSet train() {
    return train.get();
  }

  @Override
  public ImageSet test() {
    return test.get();
  }

  private ImageSet load(String name, String part) {
    return IdxFile.join(
        name,
        classNames(),
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
