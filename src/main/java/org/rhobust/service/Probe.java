package org.rhobust.service;

import java.util.List;
import org.rhobust.attack.PgdObserver;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.AdversarialDirection;
import org.rhobust.evaluation.AttackBattery;
import org.rhobust.evaluation.BatteryEvaluation;
import org.rhobust.evaluation.BatteryResult;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.model.Classifier;

/**
 * Takes a {@link ProbeResult} every half second of training, or less often where that would take
 * more than a twentieth of the time.
 */
final class Probe {

  /** One batch of an evaluation. */
  static final int ATTACKED = 50;

  static final int HELD_OUT = 200;
  private static final int STEPS = 20;
  private static final double SHORTEST_INTERVAL_SECONDS = 0.5;
  private static final double LARGEST_SHARE = 0.05;

  private final ImageSet test;
  private final AttackBattery battery;
  private double nextAtSeconds;

  Probe(ImageSet test, String norm, double epsilon) {
    this.test = test;
    battery = new AttackBattery("probe", List.of(attack(norm, epsilon)));
  }

  /** The probe's attack: from zero, confidence, with steps that reach ε. */
  static PgdSettings attack(String norm, double epsilon) {
    return new PgdSettings(
        norm, epsilon, STEPS, epsilon / 10, 0.9, 1.25, "confidence", null, "zero", 1);
  }

  /** Whether a probe is due after so many seconds of training and probing. */
  boolean due(double seconds) {
    return seconds >= nextAtSeconds;
  }

  /** Takes a probe on the compute thread. */
  ProbeResult take(Classifier classifier, int step, int imageIndex, double seconds) {
    long start = System.nanoTime();
    BatteryEvaluation evaluation =
        new BatteryEvaluation(classifier, test, ATTACKED, HELD_OUT, battery, 0);
    while (!evaluation.finished()) {
      evaluation.runNext(PgdObserver.none());
    }
    BatteryResult sample = evaluation.result(() -> {});
    DirectionCurve direction =
        AdversarialDirection.follow(
            classifier,
            test,
            imageIndex,
            battery.attacks().get(0),
            0,
            Inspection.FARTHEST_IN_EPSILON,
            Inspection.DIRECTION_POINTS);
    double cost = (System.nanoTime() - start) / 1e9;
    nextAtSeconds = seconds + Math.max(SHORTEST_INTERVAL_SECONDS, cost / LARGEST_SHARE);
    return new ProbeResult(step, sample, sample.threshold(0.99), direction);
  }
}
