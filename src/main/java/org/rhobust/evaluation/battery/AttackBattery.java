package org.rhobust.evaluation.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rhobust.attack.PgdAttack;
import org.rhobust.attack.PgdSettings;
import org.rhobust.threat.ThreatModel;

/**
 * Attacks that are run one after the other and scored together, each image by its worst case, and
 * two series of attacks that show how the robust error depends on the budget.
 *
 * @param name for people
 * @param attacks at least one
 * @param securityCurve attacks at growing ε; may be empty
 * @param stepsCurve attacks with growing numbers of steps; may be empty
 * @param curveImages how many images the two series attack, at least 1
 */
public record AttackBattery(
    String name,
    List<BatteryEntry> attacks,
    List<BatteryEntry> securityCurve,
    List<BatteryEntry> stepsCurve,
    int curveImages) {

  public AttackBattery {
    attacks = List.copyOf(attacks);
    securityCurve = List.copyOf(securityCurve);
    stepsCurve = List.copyOf(stepsCurve);
  }

  /** A battery without series. */
  public AttackBattery(String name, List<BatteryEntry> attacks) {
    this(name, attacks, List.of(), List.of(), 1);
  }

  /**
   * Four starts of PGD on the confidence: zero and uniform-norm with steps of ε/30, uniform-norm
   * and Gaussian with steps of ε/6. A zero start with a small step is strongest against a
   * calibrated model, larger steps against others. At ε = 0.3 the steps are 0.01 and 0.05.
   *
   * @param iterations T; 100 is the reference
   */
  public static AttackBattery confidence(String norm, double epsilon, int iterations) {
    ThreatModel threat = new ThreatModel(norm, epsilon);
    return new AttackBattery("confidence", confidence(threat, iterations));
  }

  /**
   * Those of {@link #confidence} and, from a zero start, PGD on the largest other logit and on the
   * logit of each other class in turn, which find what the flat confidence of a calibrated model
   * hides.
   *
   * @param iterations T; towards each class two fifths of them, with larger steps
   */
  public static AttackBattery quick(String norm, double epsilon, int iterations) {
    ThreatModel threat = new ThreatModel(norm, epsilon);
    List<BatteryEntry> attacks = new ArrayList<>(confidence(threat, iterations));
    attacks.add(logit("pgd", threat, iterations, 1.0 / 30));
    attacks.add(logit("multi-targeted", threat, Math.max(1, iterations * 2 / 5), 0.1));
    return new AttackBattery("quick", attacks);
  }

  /**
   * One short attack: cheap enough to be run while a network trains, too little to judge a model
   * by.
   */
  public static AttackBattery glimpse(PgdSettings attack) {
    PgdAttack glimpse = new PgdAttack(attack);
    BatteryEntry entry = new BatteryEntry(glimpse.describe(), glimpse, 1, Map.of());
    return new AttackBattery("glimpse", List.of(entry));
  }

  /** The attack of a glimpse: one zero start of 20 steps of ε/10. */
  public static PgdSettings glimpseAttack(String norm, double epsilon) {
    return new PgdSettings(
        norm, epsilon, 20, epsilon / 10, 0.9, 1.25, "confidence", null, "zero", 1);
  }

  /** The threat model of the first adversary that keeps to one: what the figures are about. */
  public Optional<ThreatModel> headline() {
    return attacks.stream()
        .filter(BatteryEntry::adversarial)
        .flatMap(entry -> entry.attack().threatModel().stream())
        .findFirst();
  }

  private static List<BatteryEntry> confidence(ThreatModel threat, int iterations) {
    return List.of(
        confidence(threat, iterations, 1.0 / 30, "zero"),
        confidence(threat, iterations, 1.0 / 30, "uniform-norm"),
        confidence(threat, iterations, 1.0 / 6, "uniform-norm"),
        confidence(threat, iterations, 1.0 / 6, "gaussian"));
  }

  private static BatteryEntry logit(
      String attack, ThreatModel threat, int steps, double relativeStepSize) {
    return BatteryEntry.of(
        Map.of(
            "attack",
            attack,
            "norm",
            threat.norm(),
            "epsilon",
            threat.epsilon(),
            "objective",
            "logit",
            "initialisation",
            "zero",
            "steps",
            (long) steps,
            "relative-step-size",
            relativeStepSize));
  }

  private static BatteryEntry confidence(
      ThreatModel threat, int iterations, double relativeStepSize, String start) {
    return BatteryEntry.of(
        Map.of(
            "attack",
            "pgd",
            "norm",
            threat.norm(),
            "epsilon",
            threat.epsilon(),
            "steps",
            (long) iterations,
            "relative-step-size",
            relativeStepSize,
            "backtracking",
            1.25,
            "initialisation",
            start));
  }
}
