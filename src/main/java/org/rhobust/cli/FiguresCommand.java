package org.rhobust.cli;

import java.nio.file.Path;
import java.util.List;
import org.rhobust.data.ImageSet;
import org.rhobust.data.ImageSets;
import org.rhobust.model.ModelDescription;
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
          "A sample model's name (see 'rhobust models'), a model directory, or a TorchScript file"
              + " .pt with --classes and --input; once for each panel"
              + " (default: mnist-adversarial and mnist-ccat).")
  List<String> names = List.of("mnist-adversarial", "mnist-ccat");

  @Mixin TorchScriptOptions torchScript;

  @Mixin FigureOptions options;

  @Mixin ComputeOptions compute;

  FiguresCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    int threads = compute.threadsOrZero();
    List<FigureModel> models = models();
    String images = options.images(models);
    int classes = models.get(0).description().classes();
    ImageSet test = Existing.open(images, () -> ImageSets.open(images, classes));
    FigureSettings settings = options.settings(models, test);
    ArticleFigures figures = new ArticleFigures(models, test, settings);
    FigureFolder folder = FigureFolder.open(out);
    String command = FigureOptions.command(models, images, settings) + torchScript.command();
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

  private List<FigureModel> models() {
    if (torchScript.given() && names.stream().noneMatch(TorchScriptOptions::isFile)) {
      throw new IllegalArgumentException(
          "--classes, --input and --output go with TorchScript files; leave them out");
    }
    return names.stream().map(this::find).toList();
  }

  private FigureModel find(String name) {
    ModelOptions.Source found = ModelOptions.find(name, torchScript, console);
    ModelDescription description =
        found.description() == null ? described(name, found) : found.description();
    return new FigureModel(name, description, found.onDevice());
  }

  private static ModelDescription described(String file, ModelOptions.Source found) {
    String name = Path.of(file).getFileName().toString();
    return ModelDescription.builder(name, "torchscript", found.classes(), found.input()).build();
  }
}
