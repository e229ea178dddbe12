package org.rhobust.workbench.data;

import java.util.ArrayList;
import java.util.List;
import org.rhobust.data.ImageSet;

/**
 * The classes of a set with examples of each.
 *
 * @param images that the examples are in
 * @param classes one for each class, in the order of the labels
 */
record Examples(ImageSet images, List<OfClass> classes) {

  /** As many as a wide window shows. */
  private static final int MOST = 24;

  /**
   * A class.
   *
   * @param images that the examples are in
   * @param number of the class, 0..K−1
   * @param count of its images
   * @param share of the largest class's count, in [0, 1]
   * @param indices of its first images
   */
  record OfClass(ImageSet images, int number, int count, double share, List<Integer> indices) {

    String name() {
      return images.classNames().get(number);
    }
  }

  /** Counts the classes of a set and finds the first images of each. */
  static Examples of(ImageSet images) {
    int[] counts = new int[images.classes()];
    List<List<Integer>> indices = new ArrayList<>();
    for (int k = 0; k < counts.length; k++) {
      indices.add(new ArrayList<>());
    }
    int largest = 1;
    for (int i = 0; i < images.size(); i++) {
      int label = images.label(i);
      largest = Math.max(largest, ++counts[label]);
      if (indices.get(label).size() < MOST) {
        indices.get(label).add(i);
      }
    }
    List<OfClass> classes = new ArrayList<>();
    for (int k = 0; k < counts.length; k++) {
      double share = (double) counts[k] / largest;
      classes.add(new OfClass(images, k, counts[k], share, List.copyOf(indices.get(k))));
    }
    return new Examples(images, List.copyOf(classes));
  }

  /** The first image of each of the first classes that have any. */
  List<Integer> oneOfEach(int most) {
    return classes.stream()
        .filter(one -> !one.indices().isEmpty())
        .map(one -> one.indices().get(0))
        .limit(most)
        .toList();
  }
}
