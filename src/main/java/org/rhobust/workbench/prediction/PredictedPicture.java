package org.rhobust.workbench.prediction;

import java.util.List;
import java.util.stream.IntStream;
import org.rhobust.data.ImageSet;
import org.rhobust.data.Picture;
import org.rhobust.evaluation.Prediction;
import org.rhobust.model.ImageShape;
import org.rhobust.service.ModelInfo;

/**
 * A picture and what a model said about it.
 *
 * @param file its name
 * @param model the one that was asked
 * @param picture as the model saw it
 * @param prediction the answer
 */
record PredictedPicture(String file, ModelInfo model, Picture picture, Prediction prediction) {

  /**
   * The names of the classes: those of the test images where they are the model's, else numbers.
   *
   * @param test may be null
   */
  List<String> classNames(ImageSet test) {
    return test != null && test.classes() == model.classes()
        ? test.classNames()
        : IntStream.range(0, model.classes()).mapToObj(Integer::toString).toList();
  }

  /** The picture as a set of one, as of class {@code label}. */
  ImageSet asImages(ImageSet test, int label) {
    float[] values = picture.values();
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(255 * values[i]);
    }
    ImageShape input = model.input();
    int[] labels = {label};
    return ImageSet.of(
        file, classNames(test), input.channels(), input.height(), input.width(), pixels, labels);
  }
}
