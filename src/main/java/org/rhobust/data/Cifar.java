package org.rhobust.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CIFAR-10 and CIFAR-100 with its fine labels. MD5 checksums are those of their page,
 * https://www.cs.toronto.edu/~kriz/cifar.html; the sizes are those that public downloads report.
 */
final class Cifar {

  static final List<String> TEN =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  /** The content of fine_label_names.txt in the archive. */
  static final List<String> HUNDRED =
      List.of(
          ("apple aquarium_fish baby bear beaver bed bee beetle bicycle bottle bowl boy bridge bus"
                  + " butterfly camel can castle caterpillar cattle chair chimpanzee clock cloud"
                  + " cockroach couch crab crocodile cup dinosaur dolphin elephant flatfish forest"
                  + " fox girl hamster house kangaroo keyboard lamp lawn_mower leopard lion lizard"
                  + " lobster man maple_tree motorcycle mountain mouse mushroom oak_tree orange"
                  + " orchid otter palm_tree pear pickup_truck pine_tree plain plate poppy porcupine"
                  + " possum rabbit raccoon ray road rocket rose sea seal shark shrew skunk"
                  + " skyscraper snail snake spider squirrel streetcar sunflower sweet_pepper table"
                  + " tank telephone television tiger tractor train trout tulip turtle wardrobe"
                  + " whale willow_tree wolf woman worm")
              .split(" "));

  private static final String HOME = "https://www.cs.toronto.edu/~kriz/";
  private static final int TRAIN = 50_000;
  private static final int TEST = 10_000;

  private Cifar() {}

  static DataSet ten(Path folder) {
    return set(
        folder,
        CifarFormat.TEN,
        new RemoteFile(
            URI.create(HOME + "cifar-10-binary.tar.gz"),
            170_052_171,
            "c32a1d4ab5d03f1284b67883e8d87530"));
  }

  static DataSet hundred(Path folder) {
    return set(
        folder,
        CifarFormat.HUNDRED,
        new RemoteFile(
            URI.create(HOME + "cifar-100-binary.tar.gz"),
            168_513_733,
            "03b5dce01913d631647c71ecec9e9cb8"));
  }

  private static DataSet set(Path folder, CifarFormat format, RemoteFile archive) {
    List<String> classNames = format.classNames();
    int classes = classNames.size();
    String name = "cifar" + classes;
    List<Path> train = format.trainFiles().stream().map(folder::resolve).toList();
    List<Path> test = List.of(folder.resolve(format.testFile()));
    return new PublishedSet(
        new PublishedSet.Facts(
            name,
            "CIFAR-%d colour pictures of objects, 50,000 for training and 10,000 for testing"
                .formatted(classes),
            "Alex Krizhevsky, Vinod Nair, Geoffrey Hinton: The CIFAR-%d dataset,".formatted(classes)
                + " https://www.cs.toronto.edu/~kriz/cifar.html",
            "none stated; the authors ask to cite their technical report",
            classNames,
            3,
            32,
            32,
            TRAIN,
            TEST),
        Download.ofArchive(folder, archive, members(format)),
        () -> format.read(DataSet.trainName(name), classNames, train),
        () -> format.read(DataSet.testName(name), classNames, test));
  }

  private static Map<String, Long> members(CifarFormat format) {
    Map<String, Long> members = new HashMap<>();
    long each = (long) TRAIN / format.trainFiles().size() * format.record();
    format.trainFiles().forEach(file -> members.put(file, each));
    members.put(format.testFile(), (long) TEST * format.record());
    return members;
  }
}
