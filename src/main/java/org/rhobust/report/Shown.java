package org.rhobust.report;

import java.util.Locale;
import java.util.OptionalDouble;
import org.rhobust.attack.Attack;

/** Figures and names as a page shows them. */
final class Shown {

  /** In place of a figure that is undefined. */
  static final String UNDEFINED = "–";

  private Shown() {}

  /** A share in [0, 1], such as "7.5 %". */
  static String percent(OptionalDouble share) {
    return share.isEmpty() ? UNDEFINED : percent(100 * share.getAsDouble());
  }

  /** Such as "7.5 %". */
  static String percent(double percent) {
    return String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** Such as "0.9875". */
  static String number(OptionalDouble figure) {
    return figure.isEmpty() ? UNDEFINED : String.format(Locale.ROOT, "%.4f", figure.getAsDouble());
  }

  /** A confidence, which is not a number where the output was not. */
  static String confidence(double confidence) {
    return Double.isFinite(confidence)
        ? String.format(Locale.ROOT, "%.3f", confidence)
        : "not a number";
  }

  /** What an attack knows of the model, in words. */
  static String family(Attack.Family family) {
    return switch (family) {
      case ITERATIVE -> "many gradient steps";
      case SINGLE_STEP -> "one gradient step";
      case BLACK_BOX -> "black box: outputs only";
      case TRANSFER -> "transfer from another model";
      case NOISE -> "random noise";
      case CORRUPTION -> "corruption, no adversary";
      case DISTAL -> "distal: starts from noise";
    };
  }
}
