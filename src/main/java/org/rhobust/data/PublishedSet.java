package org.rhobust.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A data set of the registry: facts that are known beforehand, and files that are here or not. */
final class PublishedSet implements DataSet {

  private final Facts facts;
  private final Download download;
  private final SoftCache<ImageSet> train;
  private final SoftCache<ImageSet> test;

  /**
   * What is published of a data set.
   *
   * @param trainSize the number of training images
   * @param testSize the number of test images
   */
  record Facts(
      String name,
      String title,
      String source,
      String licence,
      List<String> classNames,
      int channels,
      int height,
      int width,
      int trainSize,
      int testSize) {}

  /**
   * @param download null where the files come with the program
   * @param train reads the training part
   * @param test reads the test part
   */
  PublishedSet(Facts facts, Download download, Supplier<ImageSet> train, Supplier<ImageSet> test) {
    this.facts = facts;
    this.download = download;
    this.train = new SoftCache<>(train);
    this.test = new SoftCache<>(test);
  }

  @Override
  public String name() {
    return facts.name();
  }

  @Override
  public String title() {
    return facts.title();
  }

  @Override
  public String source() {
    return facts.source();
  }

  @Override
  public String licence() {
    return facts.licence();
  }

  @Override
  public List<String> classNames() {
    return facts.classNames();
  }

  @Override
  public int channels() {
    return facts.channels();
  }

  @Override
  public int height() {
    return facts.height();
  }

  @Override
  public int width() {
    return facts.width();
  }

  @Override
  public int trainSize() {
    return facts.trainSize();
  }

  @Override
  public int testSize() {
    return facts.testSize();
  }

  @Override
  public Optional<Download> download() {
    return Optional.ofNullable(download);
  }

  @Override
  public ImageSet train() {
    requireFiles();
    return train.get();
  }

  @Override
  public ImageSet test() {
    requireFiles();
    return test.get();
  }

  private void requireFiles() {
    if (!available()) {
      throw new DataException(
          "%s is not on this computer; run the command \"datasets --download %s\" (%d MB), or put %s into %s"
              .formatted(
                  name(),
                  name(),
                  Math.round(download.bytes() / 1e6),
                  String.join(", ", download.keptNames()),
                  download.folder()));
    }
  }
}
