package org.rhobust.workbench.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.rhobust.attack.Attack;
import org.rhobust.evaluation.AttackOutcome;
import org.rhobust.evaluation.Scores;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.report.EvaluationScores;

/**
 * A line of the table of attacks.
 *
 * @param threat the threat model
 * @param attack its name
 * @param family its {@link Attack.Family}, in words
 * @param worst whether it is all attacks of the threat model together, each image by its worst
 * @param atThreshold the robust error at τ, or the test error of inputs without an adversary
 * @param withoutRejection the same at τ = 0
 * @param mostConfident the highest confidence of an error; empty where there is none
 */
record AttackRow(
    String threat,
    String attack,
    String family,
    boolean worst,
    OptionalDouble atThreshold,
    OptionalDouble withoutRejection,
    OptionalDouble mostConfident) {

  /** The adversaries: each threat model's worst case, then its attacks. */
  static List<AttackRow> adversaries(BatteryResult result, EvaluationScores scores) {
    List<AttackRow> rows = new ArrayList<>();
    Map<String, Scores> worst = scores.byThreat();
    result
        .byThreat()
        .forEach(
            (threat, attacks) -> {
              if (attacks.size() > 1) {
                rows.add(worst(threat, attacks, worst.get(threat)));
              }
              attacks.forEach(attack -> rows.add(of(attack, scores.of(attack))));
            });
    return rows;
  }

  /** Inputs of lower quality, and those that belong to no class. */
  static List<AttackRow> withoutAdversary(BatteryResult result, EvaluationScores scores) {
    return result.attacks().stream()
        .filter(attack -> !attack.entry().adversarial())
        .map(
            attack ->
                attack.entry().attack().family() == Attack.Family.DISTAL
                    ? of(attack, scores.ofDistal(attack).get("fpr_all"), OptionalDouble.empty())
                    : corruption(attack, scores.ofCorruption(attack)))
        .toList();
  }

  private static AttackRow corruption(AttackResult attack, Map<String, OptionalDouble> figures) {
    return of(attack, figures.get("test_error_at_threshold"), figures.get("test_error"));
  }

  private static AttackRow worst(String threat, List<AttackResult> attacks, Scores scores) {
    return new AttackRow(
        threat,
        "worst of all %d".formatted(attacks.size()),
        "",
        true,
        scores.robustErrorAtThreshold(),
        scores.robustError(),
        attacks.stream()
            .flatMap(attack -> mostConfident(attack.outcome()).stream().boxed())
            .mapToDouble(Double::doubleValue)
            .max());
  }

  private static AttackRow of(AttackResult attack, Scores scores) {
    return of(attack, scores.robustErrorAtThreshold(), scores.robustError());
  }

  private static AttackRow of(
      AttackResult attack, OptionalDouble atThreshold, OptionalDouble withoutRejection) {
    return new AttackRow(
        attack.entry().threat(),
        attack.entry().name(),
        words(attack.entry().attack().family()),
        false,
        atThreshold,
        withoutRejection,
        mostConfident(attack.outcome()));
  }

  private static OptionalDouble mostConfident(AttackOutcome outcome) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < outcome.size(); i++) {
      highest = Math.max(highest, outcome.misclassifiedConfidence(i));
    }
    return highest == Double.NEGATIVE_INFINITY
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, highest));
  }

  private static String words(Attack.Family family) {
    return switch (family) {
      case ITERATIVE -> "iterative";
      case SINGLE_STEP -> "single step";
      case BLACK_BOX -> "black box";
      case TRANSFER -> "transfer";
      case NOISE -> "noise";
      case CORRUPTION -> "corruption";
      case DISTAL -> "distal";
    };
  }
}
