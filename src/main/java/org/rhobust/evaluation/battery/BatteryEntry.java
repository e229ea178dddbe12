package org.rhobust.evaluation.battery;

import java.util.Map;
import org.rhobust.attack.Attack;
import org.rhobust.attack.AttackOptions;
import org.rhobust.attack.Attacks;
import org.rhobust.threat.ThreatModel;

/**
 * One attack of a battery.
 *
 * @param name for people
 * @param attack what is run
 * @param restarts how often, at least 1
 * @param settings everything needed to repeat it, by key
 */
public record BatteryEntry(String name, Attack attack, int restarts, Map<String, Object> settings) {

  /**
   * Reads an attack, its restarts and its name from options.
   *
   * @throws IllegalArgumentException in one line that names the place and the cure
   */
  public static BatteryEntry of(AttackOptions options) {
    int restarts = options.count("restarts", 1);
    Attack attack = Attacks.of(options);
    String name = options.text("name", attack.describe());
    return new BatteryEntry(name, attack, restarts, options.finish());
  }

  /** An attack from settings that a program wrote, not a person. */
  public static BatteryEntry of(Map<String, Object> settings) {
    return of(new AttackOptions(settings, key -> key));
  }

  /** Whether its outcome belongs to the robust error: there is an adversary and a true class. */
  public boolean adversarial() {
    return attack.family() != Attack.Family.CORRUPTION && attack.family() != Attack.Family.DISTAL;
  }

  /** Whether it is an adversary within the threat model of this name, see {@link #threat}. */
  public boolean adversaryWithin(String threat) {
    return adversarial() && threat().equals(threat);
  }

  /** ε; 0 where there is no threat model. */
  public double epsilon() {
    return attack.threatModel().map(ThreatModel::epsilon).orElse(0.0);
  }

  /** The number of steps after the start. */
  public int steps() {
    return attack.evaluations() - 1;
  }

  /** The threat model for people; without one the name of the attack. */
  public String threat() {
    return attack
        .threatModel()
        .map(Object::toString)
        .orElseGet(() -> (String) settings.get("attack"));
  }
}
