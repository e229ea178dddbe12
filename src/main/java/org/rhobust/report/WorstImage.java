package org.rhobust.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.battery.BestPoint;
import org.rhobust.plot.ImagePlot;
import org.rhobust.plot.PlotTheme;
import org.rhobust.run.Evaluation;

/**
 * An image that the model misclassifies at the best point of the attacks.
 *
 * @param images its set
 * @param index its place there
 * @param best the attacked point
 * @param wrongBefore whether it is misclassified without attack too
 * @param accepted whether the attacked point is accepted at τ; always where the output is not a
 *     number or there is no threshold
 */
record WorstImage(
    ImageSet images, int index, BestPoint best, boolean wrongBefore, boolean accepted) {

  /** The misclassified images of the first threat model, most confident first. */
  static List<WorstImage> of(Evaluation evaluation, OptionalDouble threshold, int most) {
    ImageSet images = evaluation.split().images();
    BatteryResult result = evaluation.result();
    return result.worst(Headline.of(result)).stream()
        .filter(image -> image.best() != null && image.best().perturbation() != null)
        .filter(image -> image.prediction() != images.label(image.index()))
        // Double.compare puts NaN, which is accepted at every τ, above all.
        .sorted(Comparator.comparingDouble(AttackedImage::confidence).reversed())
        .limit(most)
        .map(
            image ->
                new WorstImage(
                    images,
                    image.index(),
                    image.best(),
                    !result.test().correct(image.index()),
                    !(image.confidence() < threshold.orElse(0))))
        .toList();
  }

  /** Its class. */
  String label() {
    return images.classNames().get(images.label(index));
  }

  /** The class predicted at the attacked point. */
  String prediction() {
    return best.prediction() < 0 ? "not a number" : images.classNames().get(best.prediction());
  }

  /** The colours of the image, the attacked image and the perturbation, each H × W pixels. */
  List<int[]> pictures() {
    float[] original = images.image(index);
    float[] attacked = new float[original.length];
    for (int i = 0; i < attacked.length; i++) {
      attacked[i] = original[i] + best.perturbation()[i];
    }
    return List.of(
        argb(plot().picture(shown(original), channels(), images.height(), images.width())),
        argb(plot().picture(shown(attacked), channels(), images.height(), images.width())),
        argb(
            plot()
                .perturbation(
                    shown(best.perturbation()), channels(), images.height(), images.width())));
  }

  private static ImagePlot.Builder plot() {
    return ImagePlot.builder("");
  }

  private static int[] argb(ImagePlot.Builder plot) {
    return plot.build().pixels().argb(PlotTheme.LIGHT);
  }

  /** Of images that are neither grey nor coloured, the first channel shows. */
  private int channels() {
    return images.channels() == 3 ? 3 : 1;
  }

  private float[] shown(float[] values) {
    return Arrays.copyOf(values, channels() * images.height() * images.width());
  }
}
