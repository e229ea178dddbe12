package org.rhobust.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.rhobust.evaluation.AttackOutcome;
import org.rhobust.evaluation.ConfidenceSummary;
import org.rhobust.evaluation.Predictions;
import org.rhobust.evaluation.RejectionError;
import org.rhobust.evaluation.RocCurve;
import org.rhobust.evaluation.Scores;
import org.rhobust.evaluation.battery.AttackResult;
import org.rhobust.evaluation.battery.BatteryEntry;
import org.rhobust.evaluation.battery.BatteryResult;

/** The figures of an evaluation at one threshold: overall, by threat model and by attack. */
public final class EvaluationScores {

  private final BatteryResult result;
  private final OptionalDouble threshold;

  /**
   * @param threshold τ; empty where there is none
   */
  public EvaluationScores(BatteryResult result, OptionalDouble threshold) {
    this.result = result;
    this.threshold = threshold;
  }

  /** Each image by the worst of all adversaries, whatever their threat model. */
  public Scores overall() {
    return of(BatteryEntry::adversarial);
  }

  /** Each image by the worst of the adversaries of one threat model, in the battery's order. */
  public Map<String, Scores> byThreat() {
    Map<String, Scores> scores = new LinkedHashMap<>();
    for (String threat : result.byThreat().keySet()) {
      scores.put(threat, of(entry -> entry.adversaryWithin(threat)));
    }
    return scores;
  }

  /** The figures of one adversary alone; also of a point of a curve, on its images. */
  public Scores of(AttackResult attack) {
    return of(attack.outcome());
  }

  /** Some adversaries together. */
  public Scores of(Predicate<BatteryEntry> which) {
    return of(result.outcome(which));
  }

  /** Err without and with rejection of inputs of lower quality, by the keys of files. */
  public Map<String, OptionalDouble> ofCorruption(AttackResult corruption) {
    AttackOutcome outcome = corruption.outcome();
    RejectionError error = RejectionError.ofCandidates(outcome);
    Map<String, OptionalDouble> figures = new LinkedHashMap<>();
    figures.put("threshold", threshold);
    figures.put("test_error", OptionalDouble.of(error.at(0)));
    figures.put("test_error_at_threshold", atThreshold(error));
    return figures;
  }

  /** How much of what belongs to no class is accepted, by the keys of files. */
  public Map<String, OptionalDouble> ofDistal(AttackResult distal) {
    double[] confidences = distal.outcome().confidences();
    Map<String, OptionalDouble> figures = new LinkedHashMap<>();
    figures.put("threshold", threshold);
    figures.put(
        "fpr_all",
        threshold.isEmpty()
            ? threshold
            : new ConfidenceSummary(confidences).shareAtLeast(threshold.getAsDouble()));
    figures.put("auc_all_clean", new RocCurve(result.test().confidences(), confidences).area());
    figures.put(
        "auc_correct_clean",
        new RocCurve(result.test().confidencesOfCorrect(), confidences).area());
    return figures;
  }

  private Scores of(AttackOutcome outcome) {
    Predictions attacked = result.test().first(outcome.size());
    return Scores.of(result.test(), attacked, outcome, threshold);
  }

  private OptionalDouble atThreshold(RejectionError error) {
    return threshold.isEmpty() ? threshold : OptionalDouble.of(error.at(threshold.getAsDouble()));
  }
}
