package org.rhobust.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rhobust.attack.PgdSettings;

/** Settings that work, by name. A new preset is one method and one line here. */
public final class Presets {

  private static final Map<String, Function<TrainingMethod, TrainingSettings>> ALL =
      new LinkedHashMap<>();

  static {
    ALL.put("quick", Presets::quick);
  }

  private Presets() {}

  /**
   * The preset of this name with the attack that fits the method.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public static TrainingSettings of(String name, TrainingMethod method) {
    if (!ALL.containsKey(name)) {
      throw new IllegalArgumentException("preset '" + name + "' is unknown; use one of " + names());
    }
    return ALL.get(name).apply(method);
  }

  /** The names that {@link #of} takes, separated by commas. */
  public static String names() {
    return String.join(", ", ALL.keySet());
  }

  /** About a minute on two cores: the small network on 6,000 images of MNIST. */
  private static TrainingSettings quick(TrainingMethod method) {
    boolean adversarial = method == TrainingMethod.ADVERSARIAL;
    return new TrainingSettings(
        "quick",
        "mnist",
        "small",
        method,
        6_000,
        20,
        50,
        0,
        SgdSettings.cosine(0.1),
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
