package org.rhobust.evaluation.warning;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rhobust.attack.Attack;
import org.rhobust.attack.PgdAttack;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryEntry;

/** The battery's iterative attacks within the headline threat model. */
final class WhiteBox {

  private static final String CONFIDENCE = "confidence";
  private static final String CROSS_ENTROPY = "cross-entropy";

  private WhiteBox() {}

  static List<BatteryEntry> iterative(AttackBattery battery) {
    return battery.attacks().stream()
        .filter(entry -> entry.attack().family() == Attack.Family.ITERATIVE)
        .filter(entry -> entry.attack().threatModel().isPresent())
        .filter(entry -> entry.attack().threatModel().equals(battery.headline()))
        .toList();
  }

  /** What an attack minimises; empty where its settings do not say. */
  static String objective(BatteryEntry entry) {
    return entry.attack() instanceof PgdAttack pgd
        ? pgd.settings().objective()
        : setting(entry, "objective");
  }

  /** Where an attack starts; empty where its settings do not say. */
  static String start(BatteryEntry entry) {
    return entry.attack() instanceof PgdAttack pgd
        ? pgd.settings().initialisation()
        : setting(entry, "initialisation");
  }

  static boolean zeroStartOnConfidence(BatteryEntry entry) {
    return objective(entry).equals(CONFIDENCE) && start(entry).equals("zero");
  }

  /**
   * The objective by which to judge whether attacks can get away from the images: the logit, which
   * does not saturate, where an attack uses it (the margin is as good); the cross-entropy only
   * where nothing else is used, since it finds almost nothing against a calibrated model; else the
   * confidence.
   */
  static String decidingObjective(AttackBattery battery) {
    Set<String> used =
        iterative(battery).stream().map(WhiteBox::objective).collect(Collectors.toSet());
    if (used.contains("logit") || used.contains("margin")) {
      return "logit";
    }
    return used.equals(Set.of(CROSS_ENTROPY)) ? CROSS_ENTROPY : CONFIDENCE;
  }

  private static String setting(BatteryEntry entry, String key) {
    return String.valueOf(entry.settings().getOrDefault(key, ""));
  }
}
