package org.rhobust.evaluation.warning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rhobust.attack.Attack;
import org.rhobust.attack.Attack.Family;
import org.rhobust.attack.PgdAttack;
import org.rhobust.attack.PgdSettings;
import org.rhobust.evaluation.Predictions;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.battery.BestPoint;
import org.rhobust.threat.ThreatModel;

/**
 * Results made by hand. Image i has class 0 of 10 and clean confidence 0.9; all are classified
 * correctly.
 */
final class Results {

  static final double NONE = Double.NEGATIVE_INFINITY;
  static final ThreatModel THREAT = new ThreatModel("linf", 0.3);
  static final PgdSettings ZERO_START =
      new PgdSettings("linf", 0.3, 100, 0.01, 0.9, 1.25, "confidence", null, "zero", 1);

  private final List<AttackResult> attacks = new ArrayList<>();
  private final List<AttackResult> securityCurve = new ArrayList<>();
  private final List<AttackResult> stepsCurve = new ArrayList<>();
  private Predictions clean;

  Results() {}

  /** A battery that raises nothing it measures: zero-start PGD that finds these confidences. */
  static Results pgd(double... misclassified) {
    return new Results().attack(ZERO_START, misclassified);
  }

  /** The first {@code broken} of {@code all} images are broken with this confidence. */
  static double[] broken(int broken, int all, double confidence) {
    double[] found = new double[all];
    Arrays.fill(found, NONE);
    Arrays.fill(found, 0, broken, confidence);
    return found;
  }

  Results attack(PgdSettings settings, double... misclassified) {
    attacks.add(result("PGD", new PgdAttack(settings), misclassified));
    return this;
  }

  Results attack(Family family, double... misclassified) {
    return attack(family.name(), family, THREAT, misclassified);
  }

  Results attack(String name, Family family, ThreatModel threat, double... misclassified) {
    attacks.add(result(name, new StubAttack(family, Optional.of(threat), 51), misclassified));
    return this;
  }

  Results attacked(PgdSettings settings, AttackedImage... images) {
    BatteryEntry entry = new BatteryEntry("PGD", new PgdAttack(settings), 1, Map.of());
    attacks.add(new AttackResult(entry, List.of(images)));
    return this;
  }

  Results epsilon(double epsilon, double... misclassified) {
    PgdAttack attack = new PgdAttack(ZERO_START.withEpsilon(epsilon));
    securityCurve.add(result("curve", attack, misclassified));
    return this;
  }

  Results steps(int steps, double... misclassified) {
    PgdAttack attack = new PgdAttack(ZERO_START.withSteps(steps, 0.01));
    stepsCurve.add(result(steps + " steps", attack, misclassified));
    return this;
  }

  Results steps(Attack attack, double... misclassified) {
    stepsCurve.add(result("steps", attack, misclassified));
    return this;
  }

  /** In place of the correct predictions. */
  Results clean(Predictions predictions) {
    clean = predictions;
    return this;
  }

  BatteryResult build() {
    int count = attacks.get(0).images().size();
    Predictions predictions = clean == null ? correct(count) : clean;
    return new BatteryResult(
        new AttackBattery("made by hand", attacks.stream().map(AttackResult::entry).toList()),
        correct(10),
        predictions,
        attacks,
        securityCurve,
        stepsCurve);
  }

  static Predictions correct(int count) {
    double[][] rows = new double[count][];
    Arrays.setAll(rows, i -> new double[] {0.9, 0.1, 0, 0, 0, 0, 0, 0, 0, 0});
    return Predictions.of(new int[count], rows);
  }

  /** An image broken with this confidence, or not, whose best point says the same rounded. */
  static AttackedImage image(int index, double misclassified) {
    boolean broken = misclassified > NONE;
    double confidence = broken ? misclassified : 0.9;
    return image(index, misclassified, confidence, broken ? 1 : 0, confidence, broken ? 1 : 0);
  }

  static AttackedImage image(
      int index,
      double misclassified,
      double confidence,
      int prediction,
      double roundedConfidence,
      int roundedPrediction) {
    return new AttackedImage(
        index,
        misclassified,
        Math.max(0.9, misclassified),
        new BestPoint(
            null,
            Math.max(0, misclassified),
            confidence,
            prediction,
            roundedConfidence,
            roundedPrediction));
  }

  private static AttackResult result(String name, Attack attack, double... misclassified) {
    return new AttackResult(
        new BatteryEntry(name, attack, 1, Map.of()),
        IntStream.range(0, misclassified.length)
            .mapToObj(i -> image(i, misclassified[i]))
            .toList());
  }
}
