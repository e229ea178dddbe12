package org.rhobust.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.rhobust.data.ImageSet;
import org.rhobust.data.ImageSets;
import org.rhobust.model.ModelDescription;
import org.rhobust.model.ModelSource;
import org.rhobust.report.ArticleFigures;
import org.rhobust.report.FigureFolder;
import org.rhobust.report.FigureModel;
import org.rhobust.report.FigureSettings;
import org.rhobust.threat.Norms;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the article's figures. */
@CommandLine.Command(
    name = "figures",
    sortOptions = false,
    customSynopsis = "rhobust figures --out DIR [--model M]... [OPTIONS]",
    description = {
      "Make the article's Figures 1, 2 and 3 as PNG, SVG and CSV, and figures.json with all it takes"
          + " to repeat them.",
      "",
      "Figure 1: confidence along an adversarial direction. Figure 2: the transition and its target."
          + " Figure 3: confidences of attacked test images. A panel a model; all models meet the"
          + " same attacks.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rhobust figures --out figures",
      "  rhobust figures --model mnist-normal --model runs/mine/final --directions 100 --out figures"
    })
final class FiguresCommand extends Command {

  private static final String DEFAULT_IMAGES = "mnist";
  private static final String DEFAULT_NORM = Norms.L_INFINITY.name();
  private static final double DEFAULT_EPSILON = 0.3;
  private static final int PROGRESS_STEPS = 1000;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the figures; made where it is missing.")
  Path out;

  @Option(
      names = "--model",
      paramLabel = "M",
      description =
          "A sample model's name (see 'rhobust models') or a model directory; once for each panel"
              + " (default: mnist-adversarial and mnist-ccat).")
  List<String> names = List.of("mnist-adversarial", "mnist-ccat");

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
      defaultValue = "500",
      paramLabel = "N",
      description = "Figure 3: attack the first N images (default: ${DEFAULT-VALUE}).")
  int count;

  @Option(
      names = "--holdout",
      defaultValue = "1000",
      paramLabel = "N",
      description =
          "Figure 3: the last N images set the threshold and are not attacked (default:"
              + " ${DEFAULT-VALUE}).")
  int holdout;

  @Option(
      names = "--seed",
      defaultValue = "0",
      paramLabel = "S",
      description = "The seed of random starts (default: ${DEFAULT-VALUE}).")
  long seed;

  @Mixin ComputeOptions compute;

  FiguresCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    int threads = compute.threadsOrZero();
    List<FigureModel> models = names.stream().map(FiguresCommand::find).toList();
    String testImages = chosen(images, models, ModelDescription::dataset, DEFAULT_IMAGES);
    double ball = chosen(epsilon, models, FiguresCommand::trainingEpsilon, DEFAULT_EPSILON);
    FigureSettings settings =
        new FigureSettings(
            chosen(norm, models, ModelDescription::norm, DEFAULT_NORM),
            ball,
            directionEpsilon == null ? 2 * ball : directionEpsilon,
            steps,
            index,
            directions,
            count,
            holdout,
            seed);
    int classes = models.get(0).description().classes();
    ImageSet test = Existing.open(testImages, () -> ImageSets.open(testImages, classes));
    ArticleFigures figures = new ArticleFigures(models, test, settings);
    FigureFolder folder = FigureFolder.open(out);
    try (Progress progress = console.progress(PROGRESS_STEPS)) {
      figures.write(
          folder,
          compute.device,
          threads,
          command(testImages, settings),
          (share, what) -> {
            console.checkStop();
            progress.update((int) (share * PROGRESS_STEPS), what);
          });
    }
    console.note("the figures are in " + out);
  }

  private static FigureModel find(String name) {
    return new FigureModel(name, Existing.open(name, () -> ModelSource.resolve(name)));
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

  /** Every setting spelt out; the folder is left out. */
  private String command(String testImages, FigureSettings settings) {
    List<String> words = new ArrayList<>(List.of("figures"));
    names.forEach(name -> TrainOptions.add(words, "--model", name));
    TrainOptions.add(words, "--images", testImages);
    TrainOptions.add(words, "--norm", settings.norm());
    TrainOptions.add(words, "--epsilon", settings.epsilon());
    TrainOptions.add(words, "--direction-epsilon", settings.directionEpsilon());
    TrainOptions.add(words, "--steps", settings.steps());
    TrainOptions.add(words, "--index", settings.index());
    TrainOptions.add(words, "--directions", settings.directions());
    TrainOptions.add(words, "--count", settings.count());
    TrainOptions.add(words, "--holdout", settings.heldOut());
    TrainOptions.add(words, "--seed", settings.seed());
    return String.join(" ", words);
  }
}
