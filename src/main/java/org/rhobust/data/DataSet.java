package org.rhobust.data;

import java.util.List;
import java.util.Optional;

/** A named data set with a training and a test part. */
public interface DataSet {

  /** How the name of every test part ends. */
  String TEST = " test";

  /** What the training part of the data set {@code name} is called, as an image set. */
  static String trainName(String name) {
    return name + " train";
  }

  /** What the test part of the data set {@code name} is called, as an image set. */
  static String testName(String name) {
    return name + TEST;
  }

  /** The data set whose test part is called {@code testName}; empty where it is no test part. */
  static Optional<String> ofTest(String testName) {
    return testName.endsWith(TEST)
        ? Optional.of(testName.substring(0, testName.length() - TEST.length()))
        : Optional.empty();
  }

  /** The name on the command line and in files, such as "mnist". */
  String name();

  /** One line for people. */
  String title();

  /** Who made it and where it is described. */
  String source();

  /** The terms it is distributed under. */
  String licence();

  /** The K class names, in the order of the labels. */
  List<String> classNames();

  /** The number of colour channels, C. */
  int channels();

  /** The height in pixels, H. */
  int height();

  /** The width in pixels, W. */
  int width();

  /**
   * The training part, read at the first call.
   *
   * @throws DataException if its files are not here, saying how to get them, or cannot be read
   */
  ImageSet train();

  /**
   * The test part, read at the first call.
   *
   * @throws DataException if its files are not here, saying how to get them, or cannot be read
   */
  ImageSet test();

  /**
   * The number of training images; known of a registered set before its files are here, and of some
   * of its classes estimated as their even share.
   *
   * @throws DataException if its files must be read and cannot be
   */
  default int trainSize() {
    return train().size();
  }

  /**
   * The number of test images; known of a registered set before its files are here, and of some of
   * its classes estimated as their even share.
   *
   * @throws DataException if its files must be read and cannot be
   */
  default int testSize() {
    return test().size();
  }

  /** How its files come to this computer; empty where they come with the program or the user. */
  default Optional<Download> download() {
    return Optional.empty();
  }

  /** Whether its files are here, so that {@link #train} and {@link #test} can read them. */
  default boolean available() {
    return download().map(Download::present).orElse(true);
  }
}
