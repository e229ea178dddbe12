package org.rhobust.report;

import java.util.List;

/**
 * What was measured for the figures, and on what.
 *
 * @param models in the order of the models given
 * @param indices the images of Figure 1
 * @param skipped how many images before the last of those were left out, since a model
 *     misclassifies them
 * @param device {@code cpu} or {@code gpu:n}
 * @param threads inside one operation; another count may change the last bits
 */
record Measurements(
    List<Measurement> models, List<Integer> indices, int skipped, String device, int threads) {

  Measurements {
    models = List.copyOf(models);
    indices = List.copyOf(indices);
  }
}
