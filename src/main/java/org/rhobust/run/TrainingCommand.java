package org.rhobust.run;

import java.math.BigDecimal;
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
        .option("--learning-rate", preset.sgd().learningRate(), settings.sgd().learningRate())
        .option("--rho", preset.rho(), settings.rho())
        .option("--epsilon", preset.attack().epsilon(), settings.attack().epsilon())
        .option("--steps", preset.attack().steps(), settings.attack().steps())
        .option("--step-size", preset.attack().stepSize(), settings.attack().stepSize())
        .option("--fraction", preset.fraction(), settings.fraction())
        .option("--device", "auto", device)
        .words
        .toString();
  }

  private TrainingCommand option(String name, Object before, Object now) {
    if (now != null && !now.equals(before)) {
      words.append(' ').append(name).append(' ').append(text(now));
    }
    return this;
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : ShellWord.of(value);
  }

  private static String augmentation(TrainingSettings settings) {
    return settings.augmentation().isEmpty() ? "none" : String.join(",", settings.augmentation());
  }
}
