package org.rhobust.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;
import org.rhobust.report.AttackFile;
import org.rhobust.report.PerturbationFile;
import org.rhobust.report.PictureFile;
import org.rhobust.report.TraceFile;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Attacks images by projected gradient descent. */
@CommandLine.Command(
    name = "attack",
    sortOptions = false,
    customSynopsis = "rhobust attack --model M --images I --index N|all --epsilon E [OPTIONS]",
    description = {
      "Attack images by projected gradient descent.",
      "",
      "The result is CSV with the columns index, best_objective, norm, prediction and confidence,"
          + " a row an image, at the point of lowest objective. Of several restarts the one whose"
          + " best objective is lowest counts, in all files too. Random starts derive from the seed,"
          + " the image's index and the restart, not from the batch.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rhobust attack --model mnist-ccat --images mnist --index 3 --epsilon 0.3 --trace t.csv",
      "  rhobust attack --model net.pt --classes 10 --input 1x28x28 --images DIR --index all"
          + " --epsilon 0.1"
    })
final class AttackCommand extends Command {

  private static final String ALL = "all";

  @Mixin ModelOptions model;

  @Option(
      names = "--images",
      required = true,
      paramLabel = "I",
      description = ModelOptions.IMAGES + ".")
  String images;

  @Option(
      names = "--index",
      required = true,
      paramLabel = "N|all",
      description = "The image to attack, from 0, or all.")
  String index;

  @Option(
      names = "--label",
      paramLabel = "Y",
      description = "Take this as the true class of the one image.")
  Integer label;

  @Mixin PgdOptions pgd;

  @Option(
      names = "--seed",
      defaultValue = "0",
      paramLabel = "S",
      description = "The seed of random starts (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--trace",
      paramLabel = "FILE.csv",
      description =
          "Write a row for each iteration 0..T: the current point and step size after it; row 0 is"
              + " the start.")
  Path trace;

  @Option(
      names = "--perturbation",
      paramLabel = "FILE.npz",
      description = "Write index [N] and perturbation [N, C, H, W] of the best points for NumPy.")
  Path perturbation;

  @Option(
      names = "--picture",
      paramLabel = "FILE.png",
      description =
          "Write original, magnified perturbation and attacked image side by side; one image only.")
  Path picture;

  @Mixin ComputeOptions compute;

  @Mixin JsonOption format;

  AttackCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    PgdSettings settings = pgd.settings();
    compute.threadsOrZero();
    requireOneImageWhereNeeded();
    ModelOptions.Source source = model.find(console);
    ImageSet set = source.labelled(images, console);
    int[] indices = indices(set);
    int[] labels = IntStream.of(indices).map(i -> label == null ? set.label(i) : label).toArray();
    AttackTask task =
        new AttackTask(console, warning(source, settings), set, settings, seed, compute);
    console.print(task.run(indices, labels, targets(set, indices)).text(format.json));
  }

  private void requireOneImageWhereNeeded() {
    if (index.equals(ALL) && label != null) {
      throw new IllegalArgumentException("--label goes with one image, not with --index all");
    }
    if (index.equals(ALL) && picture != null) {
      throw new IllegalArgumentException("--picture goes with one image, not with --index all");
    }
    if (!index.equals(ALL) && !index.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("index is '" + index + "'; it must be 0 or more, or all");
    }
  }

  private int[] indices(ImageSet set) {
    if (index.equals(ALL)) {
      return IntStream.range(0, set.size()).toArray();
    }
    int one = Integer.parseInt(index);
    if (one >= set.size()) {
      throw new IllegalArgumentException(
          "index %d is outside 0..%d of %s".formatted(one, set.size() - 1, set.name()));
    }
    return new int[] {one};
  }

  private List<AttackFile.Target> targets(ImageSet set, int[] indices) {
    List<AttackFile.Target> targets = new ArrayList<>();
    if (trace != null) {
      targets.add(new AttackFile.Target(trace, TraceFile::new));
    }
    if (perturbation != null) {
      targets.add(
          new AttackFile.Target(
              perturbation, stream -> new PerturbationFile(stream, set, indices)));
    }
    if (picture != null) {
      targets.add(new AttackFile.Target(picture, stream -> new PictureFile(stream, set)));
    }
    return targets;
  }

  /** Warns when the model is open, so that the error of a bad file stands alone. */
  private ModelOptions.Source warning(ModelOptions.Source source, PgdSettings settings) {
    return new ModelOptions.Source(
        source.classes(),
        source.input(),
        source.description(),
        source
            .onDevice()
            .andThen(
                opened -> {
                  warnIfBorderIsOutOfReach(settings);
                  return opened;
                }));
  }

  private void warnIfBorderIsOutOfReach(PgdSettings settings) {
    if (settings.reach() < settings.epsilon()) {
      console.warn(
          String.format(
              Locale.ROOT,
              "the attack reaches at most %.4g < epsilon %s; more steps or a larger step size help",
              settings.reach(),
              settings.epsilon()));
    }
  }
}
