package org.rhobust.training;

import java.util.List;
import org.rhobust.attack.PgdSettings;

/** About a minute on two cores: the small network on the first 6,000 images of MNIST. */
final class QuickPreset {

  static final Preset PRESET =
      new Preset("quick", "MNIST, small network, about a minute", QuickPreset::settings);

  private QuickPreset() {}

  private static TrainingSettings settings(TrainingMethod method) {
    boolean adversarial = method == TrainingMethod.ADVERSARIAL;
    return new TrainingSettings(
        PRESET.name(),
        "mnist",
        "small",
        method,
        6_000,
        null,
        List.of(),
        null,
        20,
        50,
        0,
        OptimiserSettings.cosine(0.1),
        "power",
        12,
        0.5,
        adversarial ? crossEntropyAttack() : confidenceAttack(),
        adversarial ? List.of("uniform") : List.of("gaussian", "uniform-norm", "zero"));
  }

  /** For CCAT: high confidence in a wrong class, within L∞ 0.3. */
  private static PgdSettings confidenceAttack() {
    return new PgdSettings("linf", 0.3, 10, 0.05, 0.9, 1.5, "confidence", null, "zero", 1);
  }

  /**
   * For adversarial training: without momentum, whose buffer starts at zero, so that 15 steps of
   * 0.04 can reach ε.
   */
  private static PgdSettings crossEntropyAttack() {
    return new PgdSettings("linf", 0.3, 15, 0.04, 0, null, "cross-entropy", null, "uniform", 1);
  }
}
