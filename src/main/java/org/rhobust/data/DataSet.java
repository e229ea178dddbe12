package org.rhobust.data;

import java.util.List;

/** A named data set with a training and a test part. */
public interface DataSet {

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
   * @throws DataException if its files cannot be read
   */
  ImageSet train();

  /**
   * The test part, read at the first call.
   *
   * @throws DataException if its files cannot be read
   */
  ImageSet test();
}
