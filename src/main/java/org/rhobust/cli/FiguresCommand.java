package org.rhobust.cli;

import java.nio.file.Path;
import java.util.List;
import org.rhobust.data.ImageSet;
import org.rhobust.data.ImageSets;
import org.rhobust.model.ModelSource;
import org.rhobust.report.ArticleFigures;
import org.rhobust.report.FigureFolder;
import org.rhobust.report.FigureModel;
import org.rhobust.report.FigureSettings;
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

  @Mixin FigureOptions options;

  @Mixin ComputeOptions compute;

  FiguresCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    int threads = compute.threadsOrZero();
    List<FigureModel> models = names.stream().map(FiguresCommand::find).toList();
    FigureSettings settings = options.settings(models);
    String images = options.images(models);
    int classes = models.get(0).description().classes();
    ImageSet test = Existing.open(images, () -> ImageSets.open(images, classes));
    ArticleFigures figures = new ArticleFigures(models, test, settings);
    FigureFolder folder = FigureFolder.open(out);
    String command = FigureOptions.command(models, images, settings);
    try (Progress progress = console.progress(PROGRESS_STEPS)) {
      figures.write(
          folder,
          compute.device,
          threads,
          command,
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
}
