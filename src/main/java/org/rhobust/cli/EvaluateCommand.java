package org.rhobust.cli;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.rhobust.data.CalibrationSplit;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.Batteries;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.model.ModelDescription;
import org.rhobust.run.ShellWord;
import org.rhobust.threat.ThreatModel;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Evaluates a model by a battery of attacks. */
@CommandLine.Command(
    name = "evaluate",
    sortOptions = false,
    customSynopsis = "rhobust evaluate --model M --out DIR [OPTIONS]",
    description = {
      "Evaluate a model by a battery of attacks, each image by its worst case.",
      "",
      "The first --count images are attacked; the last --holdout images, never attacked, set the"
          + " threshold at 99 %% true positives. The folder gets evaluation.json, evaluation.csv,"
          + " report.html and pictures, and in parts/ what was computed: the same command goes on"
          + " where it was stopped, and an edited battery computes only what is new in it.",
      "",
      "The result is CSV, a row over all attacks and a row a threat model. It is a bound from below:"
          + " a stronger attack may find more. Whether it can be trusted is said on standard error"
          + " and in the report.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  rhobust evaluate --model mnist-ccat --battery quick --count 200 --out report",
      "  rhobust batteries strong > mine.toml",
      "  rhobust evaluate --model net.pt --classes 10 --input 1x28x28 --norm linf --epsilon 0.3"
          + " --battery mine.toml --out report"
    })
final class EvaluateCommand extends Command {

  private static final String STANDARD_DATA = "mnist";

  /** The paper's number. */
  private static final int MOST_ATTACKED = 1000;

  @Mixin ModelOptions model;

  @Option(
      names = "--images",
      paramLabel = "I",
      description =
          ModelOptions.IMAGES
              + " (default: the data set that the model was trained on, else "
              + STANDARD_DATA
              + ").")
  String images;

  @Option(
      names = "--battery",
      defaultValue = "quick",
      paramLabel = "NAME|FILE",
      description =
          "One of those that 'rhobust batteries' lists, or a file like theirs (default:"
              + " ${DEFAULT-VALUE}).")
  String battery;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many images to attack, from the first (default: 1000, or all there are).")
  Integer count;

  @Option(
      names = "--holdout",
      paramLabel = "H",
      description =
          "How many of the last images set the threshold (default: a tenth of them, at most 1000).")
  Integer holdout;

  @Option(
      names = "--norm",
      paramLabel = "NORM",
      description = "The norm where the battery says none (default: the model's).")
  String norm;

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description = "The budget where the battery says none (default: the model's).")
  Double epsilon;

  @Option(
      names = "--seed",
      defaultValue = "0",
      paramLabel = "S",
      description = "The seed of everything drawn at random (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the report.")
  Path out;

  @Mixin ComputeOptions compute;

  @Mixin JsonOption format;

  EvaluateCommand(Console console) {
    super(console);
  }

  @Override
  public void run() {
    compute.threadsOrZero();
    ModelOptions.Source source = model.find(console);
    ThreatModel threat = threatModel(source);
    AttackBattery attacks = Existing.open(battery, () -> Batteries.open(battery, threat));
    ImageSet set = source.labelled(imagesOf(source.description()), console);
    EvaluateTask task = new EvaluateTask(console, source, split(set), attacks, seed, compute);
    console.print(task.run(out, commandLine(), format.json));
  }

  private TestSplit split(ImageSet set) {
    int heldOut = holdout == null ? CalibrationSplit.heldOut(set.size()) : holdout;
    int attacked = count == null ? Math.min(MOST_ATTACKED, set.size() - heldOut) : count;
    return TestSplit.ofAll(set, attacked, heldOut);
  }

  /** The words given, as a shell takes them. */
  private String commandLine() {
    return spec.commandLine().getParseResult().originalArgs().stream()
        .map(ShellWord::of)
        .collect(Collectors.joining(" "));
  }

  private String imagesOf(ModelDescription description) {
    if (images != null) {
      return images;
    }
    String trainedOn = description == null ? null : description.dataset();
    if (trainedOn != null && Existing.isDataSet(trainedOn)) {
      return trainedOn;
    }
    if (trainedOn != null && trainedOn.matches(".*[/\\\\].*")) {
      throw new IllegalArgumentException(
          "the model was trained on %s, which is not here; give --images".formatted(trainedOn));
    }
    return STANDARD_DATA;
  }

  /** What the model was trained for, unless the options say otherwise. */
  private ThreatModel threatModel(ModelOptions.Source source) {
    ModelDescription description = source.description();
    ThreatModel reference = ThreatModel.reference(source.input().channels());
    boolean says = description != null && description.norm() != null;
    String itsNorm = says ? description.norm() : reference.norm();
    Double itsEpsilon =
        says && description.radius() != null
            ? description.radius()
            : itsNorm.equals(reference.norm()) ? (Double) reference.epsilon() : null;
    String chosenNorm = norm == null ? itsNorm : norm;
    if (epsilon == null && (itsEpsilon == null || !chosenNorm.equals(itsNorm))) {
      throw new IllegalArgumentException(
          "nothing says the budget in norm %s; give --epsilon".formatted(chosenNorm));
    }
    ThreatModel chosen = new ThreatModel(chosenNorm, epsilon == null ? itsEpsilon : epsilon);
    if (epsilon == null && (!says || description.radius() == null)) {
      console.note(
          "the model does not say its threat model; %s is taken, --norm and --epsilon choose another"
              .formatted(chosen));
    }
    return chosen;
  }
}
