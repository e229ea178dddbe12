package org.rhobust.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rhobust.attack.PgdAttack;
import org.rhobust.attack.PgdSettings;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.Predictions;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.battery.BestPoint;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.evaluation.warning.Verdict;
import org.rhobust.evaluation.warning.Warning;
import org.rhobust.run.EvaluatedModel;
import org.rhobust.run.Evaluation;

/**
 * An evaluation made by hand: four images of two pixels and two classes are attacked, two more are
 * held out.
 */
final class SampleEvaluation {

  static final int ATTACKED = 4;

  private static final int HELD_OUT = 2;
  private static final double NONE = Double.NEGATIVE_INFINITY;

  private String name = "model";
  private boolean correct = true;
  private boolean curves = true;
  private double[] broken = {0.9, 0.6, NONE, NONE};

  SampleEvaluation named(String newName) {
    name = newName;
    return this;
  }

  /** The model classifies no image correctly. */
  SampleEvaluation nothingCorrect() {
    correct = false;
    return this;
  }

  SampleEvaluation withoutCurves() {
    curves = false;
    return this;
  }

  /** The confidences of misclassified points; −∞ for none, +∞ for outputs that are not numbers. */
  SampleEvaluation broken(double... confidences) {
    broken = confidences;
    return this;
  }

  Evaluation build() {
    BatteryEntry attack = entry(10, 0.3);
    List<BatteryEntry> security =
        curves ? List.of(entry(10, 0), entry(10, 0.3), entry(10, 0.6)) : List.of();
    List<BatteryEntry> steps = curves ? List.of(entry(10, 0.3), entry(20, 0.3)) : List.of();
    BatteryResult result =
        new BatteryResult(
            new AttackBattery("by hand", List.of(attack), security, steps, ATTACKED),
            predictions(HELD_OUT),
            predictions(ATTACKED),
            List.of(result(attack)),
            security.stream().map(this::result).toList(),
            steps.stream().map(this::result).toList());
    Verdict verdict =
        new Verdict(
            false,
            "Not yet, because <reasons>.",
            List.of(
                new Warning("noise", Warning.State.RAISED, "2 of 4 & more.", "Run <longer>."),
                new Warning("curve", Warning.State.NOT_MEASURED, "Nothing.", "Add one."),
                new Warning("gradients", Warning.State.CLEAR, "All fine.", "")));
    EvaluatedModel model = new EvaluatedModel(name, "abc", null);
    TestSplit split = TestSplit.of(images(), ATTACKED, HELD_OUT);
    return new Evaluation(model, split, 7, result, verdict, "cpu", 1, 1.5);
  }

  private static BatteryEntry entry(int steps, double epsilon) {
    PgdAttack attack =
        new PgdAttack(
            new PgdSettings(
                "linf", epsilon, steps, 0.01, 0.9, 1.25, "confidence", null, "zero", 1));
    return new BatteryEntry("<b>PGD</b>", attack, 1, Map.of("attack", "pgd", "source", "<i>"));
  }

  private AttackResult result(BatteryEntry entry) {
    List<AttackedImage> images = new ArrayList<>();
    for (int i = 0; i < ATTACKED; i++) {
      boolean misclassified = broken[i] > NONE;
      boolean finite = Double.isFinite(broken[i]);
      double confidence = !misclassified ? 0.7 : finite ? broken[i] : Double.NaN;
      int prediction = misclassified ? finite ? 1 : -1 : 0;
      images.add(
          new AttackedImage(
              i,
              broken[i],
              Math.max(0.7, broken[i]),
              new BestPoint(
                  new float[] {0.3f, -0.1f * i}, 0.5, confidence, prediction, 0.5, prediction)));
    }
    return new AttackResult(entry, images);
  }

  private Predictions predictions(int count) {
    double[] row = correct ? new double[] {0.8, 0.2} : new double[] {0.2, 0.8};
    double[][] rows = IntStream.range(0, count).mapToObj(i -> row).toArray(double[][]::new);
    return Predictions.of(new int[count], rows);
  }

  private static ImageSet images() {
    byte[] pixels = new byte[2 * (ATTACKED + HELD_OUT)];
    Arrays.fill(pixels, (byte) 100);
    return ImageSet.of(
        "two & two", List.of("<zero>", "one"), 1, 1, 2, pixels, new int[ATTACKED + HELD_OUT]);
  }
}
