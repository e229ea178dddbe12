package org.rhobust.data;

import java.util.Optional;
import java.util.OptionalInt;

/** Images to be classified, each read when it is asked for, with or without labels. */
public interface ImageSource {

  /**
   * Refuses images that are not the network's.
   *
   * @param classes of the network, K
   * @param pictures know its input shape
   * @throws IllegalArgumentException if these images, not being pictures, are of another shape or
   *     in another number of classes
   */
  void requireFit(int classes, Pictures pictures);

  /** The number of images, N. */
  int size();

  /**
   * Image {@code i} of 0..N−1.
   *
   * @throws DataException if it cannot be read; the others may be
   */
  Picture image(int i);

  /** The true class of image {@code i}, empty where it is unknown. */
  OptionalInt label(int i);

  /** The file of image {@code i}, from the folder on, empty where it has none of its own. */
  Optional<String> file(int i);

  /** What was done to the images read so far, in one line; empty where nothing was. */
  String remark();

  /**
   * All images with their labels.
   *
   * @throws DataException if a label is unknown, an image cannot be read, or not all fit into
   *     memory
   */
  ImageSet labelled();
}
