package org.rhobust.run;

import java.util.List;
import java.util.stream.Collectors;
import org.rhobust.attack.PgdSettings;
import org.rhobust.threat.Digits;
import org.rhobust.training.OptimiserSettings;
import org.rhobust.training.Presets;
import org.rhobust.training.TrainingSettings;

/** The command line that repeats a training. */
public final class TrainingCommand {

  private final StringBuilder words = new StringBuilder("train");

  private TrainingCommand() {}

  /**
   * Preset, method and seed, and every option whose value is not the preset's.
   *
   * @param device {@code auto}, {@code cpu} or {@code gpu:n}
   */
  public static String of(TrainingSettings settings, String device) {
    TrainingSettings preset = Presets.of(settings.preset(), settings.method());
    return new TrainingCommand()
        .option("--preset", null, settings.preset())
        .option("--method", null, settings.method().id())
        .option("--seed", null, settings.seed())
        .option("--dataset", preset.dataset(), settings.dataset())
        .option("--network", preset.network(), settings.network())
        .option("--examples", preset.examples(), settings.examples())
        .option("--subset", preset.subset(), settings.subset())
        .option("--augment", augmentation(preset), augmentation(settings))
        .option("--weights", preset.weights(), settings.weights())
        .option("--epochs", preset.epochs(), settings.epochs())
        .option("--batch", preset.batch(), settings.batch())
        .option("--rho", preset.rho(), settings.rho())
        .option("--family", preset.family(), settings.family())
        .option("--fraction", preset.fraction(), settings.fraction())
        .optimiser(preset.optimiser(), settings.optimiser())
        .attack(preset.attack(), settings.attack())
        .option("--init", names(preset.initialisations()), names(settings.initialisations()))
        .option("--device", "auto", device)
        .words
        .toString();
  }

  private TrainingCommand optimiser(OptimiserSettings start, OptimiserSettings now) {
    OptimiserSettings preset = start.with(now.name());
    option("--optimiser", start.name(), now.name());
    option("--learning-rate", preset.learningRate(), now.learningRate());
    option("--momentum", preset.momentum(), now.momentum());
    if (preset.nesterov() != now.nesterov()) {
      words.append(now.nesterov() ? " --nesterov" : " --no-nesterov");
    }
    return option("--weight-decay", preset.weightDecay(), now.weightDecay())
        .option("--schedule", preset.schedule(), now.schedule())
        .option("--decay", preset.decay(), now.decay())
        .option("--milestones", epochs(preset), epochs(now));
  }

  private TrainingCommand attack(PgdSettings preset, PgdSettings now) {
    return option("--norm", preset.norm(), now.norm())
        .option("--epsilon", preset.epsilon(), now.epsilon())
        .option("--steps", preset.steps(), now.steps())
        .option("--step-size", preset.stepSize(), now.stepSize())
        .option("--attack-momentum", preset.momentum(), now.momentum())
        .option("--backtracking", backtracking(preset), backtracking(now))
        .option("--objective", preset.objective(), now.objective());
  }

  private TrainingCommand option(String name, Object before, Object now) {
    if (now != null && !now.equals(before)) {
      words.append(' ').append(name).append(' ').append(text(now));
    }
    return this;
  }

  private static String text(Object value) {
    return value instanceof Double number ? Digits.exact(number) : ShellWord.of(value);
  }

  private static Object backtracking(PgdSettings attack) {
    return attack.backtracking() == null ? "off" : attack.backtracking();
  }

  /** Null, which no option takes, where there are none: only schedule {@code steps} has any. */
  private static String epochs(OptimiserSettings optimiser) {
    return optimiser.milestones().isEmpty() ? null : names(optimiser.milestones());
  }

  private static String augmentation(TrainingSettings settings) {
    return settings.augmentation().isEmpty() ? "none" : names(settings.augmentation());
  }

  private static String names(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
