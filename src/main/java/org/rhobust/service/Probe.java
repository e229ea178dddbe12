package org.rhobust.service;

import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.Direction;
import org.rhobust.evaluation.DirectionCurve;
import org.rhobust.evaluation.DirectionFollower;
import org.rhobust.evaluation.DirectionSettings;
import org.rhobust.evaluation.Directions;
import org.rhobust.evaluation.Distances;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.model.Classifier;
import org.rhobust.run.Evaluation;

/**
 * Takes a {@link ProbeResult} every half second of training, or less often where that would take
 * more than a twentieth of the time.
 */
final class Probe {

  private static final double SHORTEST_INTERVAL_SECONDS = 0.5;
  private static final double LARGEST_SHARE = 0.05;

  private final ImageSet test;
  private final PgdSettings attack;
  private double nextAtSeconds;

  Probe(ImageSet test, String norm, double epsilon) {
    this.test = test;
    attack = AttackBattery.glimpseAttack(norm, epsilon);
  }

  /** Whether a probe is due after so many seconds of training and probing. */
  boolean due(double seconds) {
    return seconds >= nextAtSeconds;
  }

  /**
   * Takes a probe on the compute thread.
   *
   * @param questions answers those that wait, between two iterations
   */
  ProbeResult take(
      Classifier classifier, int step, int imageIndex, double seconds, Runnable questions) {
    long start = System.nanoTime();
    long[] answering = new long[1];
    Runnable betweenPoints =
        () -> {
          long before = System.nanoTime();
          questions.run();
          answering[0] += System.nanoTime() - before;
        };
    BatteryResult sample = Inspection.glimpse(classifier, test, attack, betweenPoints);
    DirectionCurve direction = direction(classifier, imageIndex, betweenPoints);
    double cost = (System.nanoTime() - start - answering[0]) / 1e9;
    nextAtSeconds = seconds + Math.max(SHORTEST_INTERVAL_SECONDS, cost / LARGEST_SHARE);
    return new ProbeResult(
        step, test, attack, sample, sample.threshold(Evaluation.TRUE_POSITIVE_RATE), direction);
  }

  private DirectionCurve direction(Classifier classifier, int imageIndex, Runnable betweenPoints) {
    double epsilon = attack.epsilon();
    // The selected image may be of another, larger set: that must not end the training.
    int index = Math.max(0, Math.min(test.size() - 1, imageIndex));
    Direction found =
        new Directions(classifier, test, DirectionSettings.adversarial(attack, 0))
            .find(index, state -> betweenPoints.run());
    return DirectionFollower.follow(
        classifier,
        found,
        Distances.dense(epsilon, Distances.FARTHEST_IN_EPSILON * epsilon),
        epsilon,
        false);
  }
}
