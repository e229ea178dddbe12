package org.rhobust.evaluation.battery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.rhobust.evaluation.AttackOutcome;
import org.rhobust.evaluation.Predictions;
import org.rhobust.evaluation.RobustEvaluation;
import org.rhobust.evaluation.Threshold;

/**
 * A classifier under a battery: the protocol's figures for any threshold.
 *
 * @param battery what was run
 * @param heldOut predictions on images that no attack saw, for the threshold
 * @param test predictions without attack on the images that are not held out
 * @param attacks a result an attack, in the battery's order
 * @param securityCurve a result an ε, on the first of the attacked images
 * @param stepsCurve a result a number of steps, on the first of the attacked images
 */
public record BatteryResult(
    AttackBattery battery,
    Predictions heldOut,
    Predictions test,
    List<AttackResult> attacks,
    List<AttackResult> securityCurve,
    List<AttackResult> stepsCurve) {

  public BatteryResult {
    attacks = List.copyOf(attacks);
    securityCurve = List.copyOf(securityCurve);
    stepsCurve = List.copyOf(stepsCurve);
  }

  /**
   * The threshold that accepts this share of the correctly classified held-out images; empty where
   * none is.
   *
   * @throws IllegalArgumentException when a held-out output is not a number
   */
  public OptionalDouble threshold(double truePositiveRate) {
    return Threshold.atTruePositiveRate(truePositiveRate, heldOut);
  }

  /** Predictions on the attacked images before the attack. */
  public Predictions clean() {
    return test.first(attacks.get(0).images().size());
  }

  /** Each image by the worst that any adversary of the battery did to it. */
  public List<AttackedImage> attacked() {
    return worst(BatteryEntry::adversarial);
  }

  /** The figures at any threshold, over all adversaries of the battery. */
  public RobustEvaluation evaluation() {
    return new RobustEvaluation(clean(), outcome(BatteryEntry::adversarial));
  }

  /** The two numbers per image over some of the attacks. */
  public AttackOutcome outcome(Predicate<BatteryEntry> which) {
    return AttackResult.outcome(worst(which));
  }

  /** The adversaries' results by their threat model, in the battery's order. */
  public Map<String, List<AttackResult>> byThreat() {
    Map<String, List<AttackResult>> threats = new LinkedHashMap<>();
    for (AttackResult attack : attacks) {
      if (attack.entry().adversarial()) {
        threats.computeIfAbsent(attack.entry().threat(), t -> new ArrayList<>()).add(attack);
      }
    }
    return threats;
  }

  /** Each image by the worst that some of the attacks did to it. */
  public List<AttackedImage> worst(Predicate<BatteryEntry> which) {
    List<AttackedImage> worst = new ArrayList<>();
    for (int i = 0; i < attacks.get(0).images().size(); i++) {
      worst.add(AttackedImage.untouched(i));
    }
    for (AttackResult attack : attacks) {
      if (which.test(attack.entry())) {
        worst.replaceAll(image -> image.worst(attack.images().get(image.index())));
      }
    }
    return worst;
  }

  /** The confidences of the attacked images at their best points, for the histogram. */
  public double[] attackedConfidences() {
    return attacked().stream().mapToDouble(AttackedImage::confidence).toArray();
  }
}
