package org.rhobust.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The cropped digits of SVHN. MD5 checksums are those of torchvision's class for it, as the page
 * gives none; the sizes are those that public downloads report.
 */
final class Svhn {

  static final String TRAIN = "train_32x32.mat";
  static final String TEST = "test_32x32.mat";
  static final List<String> DIGITS = ClassNames.numbered(10);

  private static final String HOME = "http://ufldl.stanford.edu/housenumbers/";

  private Svhn() {}

  static DataSet in(Path folder) {
    return new PublishedSet(
        new PublishedSet.Facts(
            "svhn",
            "SVHN cropped digits of house numbers, 73,257 for training and 26,032 for testing",
            "Yuval Netzer, Tao Wang, Adam Coates, Alessandro Bissacco, Bo Wu, Andrew Y. Ng:"
                + " The Street View House Numbers dataset,"
                + " http://ufldl.stanford.edu/housenumbers/",
            "for non-commercial use only",
            DIGITS,
            3,
            32,
            32,
            73_257,
            26_032),
        Download.ofFiles(
            folder,
            List.of(
                new RemoteFile(
                    URI.create(HOME + TRAIN), 182_040_794, "e26dedcc434d2e4c54c9b2d4a06d8373"),
                new RemoteFile(
                    URI.create(HOME + TEST), 64_275_384, "eb5a983be6a315427106f1b164d9cef3"))),
        () -> SvhnFile.read("svhn train", folder.resolve(TRAIN)),
        () -> SvhnFile.read("svhn test", folder.resolve(TEST)));
  }
}
