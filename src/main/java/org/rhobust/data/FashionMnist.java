package org.rhobust.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Fashion-MNIST. Addresses and MD5 checksums are those of its README,
 * https://github.com/zalandoresearch/fashion-mnist, and of torchvision; the sizes are those that
 * both of Keras' and torchvision's downloads report.
 */
final class FashionMnist {

  private static final String HOME = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/";

  private static final List<String> CLASSES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private FashionMnist() {}

  static DataSet in(Path folder) {
    return new PublishedSet(
        new PublishedSet.Facts(
            "fashion-mnist",
            "Fashion-MNIST articles of clothing, 60,000 for training and 10,000 for testing",
            "Han Xiao, Kashif Rasul, Roland Vollgraf: Fashion-MNIST,"
                + " https://github.com/zalandoresearch/fashion-mnist",
            "MIT",
            CLASSES,
            1,
            28,
            28,
            60_000,
            10_000),
        Download.ofFiles(
            folder,
            List.of(
                file("train-images-idx3-ubyte.gz", 26_421_880, "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
                file("train-labels-idx1-ubyte.gz", 29_515, "25c81989df183df01b3e8a0aad5dffbe"),
                file("t10k-images-idx3-ubyte.gz", 4_422_102, "bef4ecab320f06d8554ea6380940ec79"),
                file("t10k-labels-idx1-ubyte.gz", 5_148, "bb300cfdad3c16e7a12a480ee83cd310"))),
        () -> IdxFolder.read(folder, IdxFolder.TRAIN, "fashion-mnist train", CLASSES),
        () -> IdxFolder.read(folder, IdxFolder.TEST, "fashion-mnist test", CLASSES));
  }

  private static RemoteFile file(String name, long bytes, String md5) {
    return new RemoteFile(URI.create(HOME + name), bytes, md5);
  }
}
