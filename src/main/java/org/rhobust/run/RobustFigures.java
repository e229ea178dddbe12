package org.rhobust.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.rhobust.data.CalibrationSplit;
import org.rhobust.data.ImageSet;
import org.rhobust.evaluation.ConfidenceSummary;
import org.rhobust.evaluation.battery.AttackBattery;
import org.rhobust.evaluation.battery.BatteryEvaluation;
import org.rhobust.evaluation.battery.BatteryResult;
import org.rhobust.evaluation.battery.TestSplit;
import org.rhobust.model.Classifier;

/**
 * What four starts of PGD on the confidence measure of a trained model, by the names that {@code
 * model.json} gives the figures. Used on the compute thread only.
 */
public final class RobustFigures {

  private static final double LOW_CONFIDENCE = 0.3;

  private final BatteryEvaluation evaluation;
  private final int images;
  private final int iterations;

  /**
   * @param seed of the attacks' starts
   */
  public RobustFigures(Classifier classifier, RobustTest test, long seed) {
    this(classifier, test.test(), test.battery(), test.images(), seed);
  }

  RobustFigures(
      Classifier classifier, ImageSet test, AttackBattery battery, int images, long seed) {
    this.images = images;
    iterations = battery.attacks().get(0).attack().evaluations() - 1;
    evaluation =
        new BatteryEvaluation(
            classifier,
            TestSplit.of(test, images, CalibrationSplit.heldOut(test.size())),
            battery,
            seed);
  }

  /**
   * Attacks the model.
   *
   * @param observer told the share done in [0, 1], after each iteration; may throw to end the work
   * @return the figures in order; those at the threshold only where there is one
   */
  public Map<String, Double> measure(DoubleConsumer observer) {
    while (!evaluation.finished()) {
      evaluation.runNext(() -> observer.accept(evaluation.progress()));
    }
    BatteryResult result = evaluation.result(() -> observer.accept(1));
    Map<String, Double> figures = new LinkedHashMap<>();
    OptionalDouble threshold = result.threshold(Evaluation.TRUE_POSITIVE_RATE);
    threshold.ifPresent(
        tau ->
            figures.put(
                "robust_error_at_threshold", result.evaluation().robustTestError().at(tau)));
    figures.put("robust_error", result.evaluation().robustTestError().at(0));
    new ConfidenceSummary(finite(result.attackedConfidences()))
        .shareBelow(LOW_CONFIDENCE)
        .ifPresent(share -> figures.put("share_attacked_below_0.3", share));
    figures.put("attacked_images", (double) images);
    figures.put("attack_iterations", (double) iterations);
    return figures;
  }

  /** A model whose output is not a number is confident for all we know. */
  private static double[] finite(double[] confidences) {
    return Arrays.stream(confidences)
        .map(confidence -> Double.isNaN(confidence) ? Double.POSITIVE_INFINITY : confidence)
        .toArray();
  }
}
