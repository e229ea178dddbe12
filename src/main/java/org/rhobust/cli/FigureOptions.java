package org.rhobust.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.rhobust.data.CalibrationSplit;
import org.rhobust.data.ImageSet;
import org.rhobust.model.ModelDescription;
import org.rhobust.report.FigureModel;
import org.rhobust.report.FigureSettings;
import org.rhobust.run.ShellWord;
import org.rhobust.threat.Norms;
import picocli.CommandLine.Option;

/** What figures are made with; what is not given is taken from the models. */
final class FigureOptions {

  private static final String DEFAULT_IMAGES = "mnist";
  private static final String DEFAULT_NORM = Norms.L_INFINITY.name();
  private static final double DEFAULT_EPSILON = 0.3;
  private static final int MOST_ATTACKED = 500;

  @Option(
      names = "--images",
      paramLabel = "I",
      description =
          "Test images: a data set's name or a folder, as for attack (default: the data set of the"
              + " first model that names one).")
  String images;

  @Option(
      names = "--norm",
      paramLabel = "NORM",
      description = "linf, l2, l1 or l0 (default: that of the first model that names one).")
  String norm;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description =
          "The radius of the attacks' ball (default: that of the first model's transition, else"
              + " 0.3).")
  Double epsilon;

  @Option(
      names = "--direction-epsilon",
      paramLabel = "E",
      description =
          "Figure 1: the radius of the ball in which the direction is looked for (default: twice"
              + " --epsilon, since a robust model shows its adversarial class only beyond it).")
  Double directionEpsilon;

  @Option(
      names = "--steps",
      defaultValue = "100",
      paramLabel = "T",
      description = "Steps of every attack (default: ${DEFAULT-VALUE}).")
  int steps;

  @Option(
      names = "--index",
      paramLabel = "N",
      description =
          "Figure 1: the image, from 0 (default: the first that all models classify correctly).")
  Integer index;

  @Option(
      names = "--directions",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "Figure 1: above 1, means and 10-90 %% quantiles over the first N images that all models"
              + " classify correctly (default: ${DEFAULT-VALUE}).")
  int directions;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Figure 3: attack the first N images (default: 500, or all there are).")
  Integer count;

  @Option(
      names = "--holdout",
      paramLabel = "N",
      description =
          "Figure 3: the last N images set the threshold and are not attacked (default: a tenth of"
              + " them, at most 1000).")
  Integer holdout;

  @Option(
      names = "--seed",
      defaultValue = "0",
      paramLabel = "S",
      description = "The seed of random starts (default: ${DEFAULT-VALUE}).")
  long seed;

  /** The data set or folder of the test images. */
  String images(List<FigureModel> models) {
    return chosen(images, models, ModelDescription::dataset, DEFAULT_IMAGES);
  }

  /**
   * The settings.
   *
   * @throws IllegalArgumentException when a name is unknown or a value out of range
   */
  FigureSettings settings(List<FigureModel> models, ImageSet test) {
    int heldOut = holdout == null ? CalibrationSplit.heldOut(test.size()) : holdout;
    int attacked = count == null ? Math.min(MOST_ATTACKED, test.size() - heldOut) : count;
    double ball = chosen(epsilon, models, FigureOptions::trainingEpsilon, DEFAULT_EPSILON);
    return new FigureSettings(
        chosen(norm, models, ModelDescription::norm, DEFAULT_NORM),
        ball,
        directionEpsilon == null ? 2 * ball : directionEpsilon,
        steps,
        index,
        directions,
        attacked,
        heldOut,
        seed);
  }

  /** The command line that repeats them, every setting spelt out; the folder is left out. */
  static String command(List<FigureModel> models, String images, FigureSettings settings) {
    List<String> words = new ArrayList<>(List.of("figures"));
    models.forEach(model -> add(words, "--model", model.source()));
    add(words, "--images", images);
    add(words, "--norm", settings.norm());
    add(words, "--epsilon", settings.epsilon());
    add(words, "--direction-epsilon", settings.directionEpsilon());
    add(words, "--steps", settings.steps());
    add(words, "--index", settings.index());
    add(words, "--directions", settings.directions());
    add(words, "--count", settings.count());
    add(words, "--holdout", settings.heldOut());
    add(words, "--seed", settings.seed());
    return String.join(" ", words);
  }

  private static Double trainingEpsilon(ModelDescription model) {
    return model.transition() == null ? null : model.transition().epsilon();
  }

  /** The option where it was given, else what the first model says that says it, else a default. */
  private static <T> T chosen(
      T option, List<FigureModel> models, Function<ModelDescription, T> said, T otherwise) {
    if (option != null) {
      return option;
    }
    return models.stream()
        .map(FigureModel::description)
        .map(said)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(otherwise);
  }

  /** Adds an option where it has a value. */
  private static void add(List<String> words, String option, Object value) {
    if (value != null) {
      words.add(option);
      words.add(ShellWord.of(value));
    }
  }
}
