package org.rhobust.data;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A set in memory as a source.
 *
 * @param set its labels mean nothing where they are not known
 * @param labels whether they are
 */
record StoredImages(ImageSet set, boolean labels) implements ImageSource {

  /** The same in the order of {@link ImageSet#mixed}. */
  StoredImages mixed() {
    return new StoredImages(set.mixed(), labels);
  }

  @Override
  public void requireFit(int classes, Pictures pictures) {
    if (set.classes() != classes) {
      throw new IllegalArgumentException(
          "%s has %d classes, but the model has %d; give images of the model's classes"
              .formatted(set.name(), set.classes(), classes));
    }
    if (!set.shape().equals(pictures.toString())) {
      throw new IllegalArgumentException(
          "the images of %s are %s, but the model takes %s; give images of that shape, or pictures"
              .formatted(set.name(), set.shape(), pictures));
    }
  }

  @Override
  public int size() {
    return set.size();
  }

  @Override
  public Picture image(int i) {
    return new Picture(set.image(i), false, false);
  }

  @Override
  public OptionalInt label(int i) {
    return labels ? OptionalInt.of(set.label(i)) : OptionalInt.empty();
  }

  @Override
  public Optional<String> file(int i) {
    return Optional.empty();
  }

  @Override
  public String remark() {
    return "";
  }

  @Override
  public ImageSet labelled() {
    if (!labels) {
      throw new DataException(
          "the labels of %s are unknown; put the file of labels beside it".formatted(set.name()));
    }
    return set;
  }
}
