package org.rhobust.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rhobust.Golden;

/** The evaluation of 100 attacked and 100 held-out examples by an independent implementation. */
class ReferenceEvaluationTest {

  private static final Offset<Double> TOLERANCE = within(1e-14);
  private static final int ATTEMPTS = 3;
  private static final int ATTACKED = 100;

  private final int[] labels = Golden.integers("evaluation", "labels");
  private final Predictions clean = clean(0, ATTACKED);
  private final Predictions heldOut = clean(ATTACKED, labels.length);

  @Test
  void theWorstCaseIsOneChosenCandidatePerExample() {
    var worst = new RobustEvaluation(clean, AttackOutcome.of(attacked(ATTACKED, this::worst)));
    assertOverall(worst, "worst_case");
  }

  @Test
  void allAttemptsAreSeparateExamples() {
    assertOverall(allAttempts(), "all_attempts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.99", "0.98", "0.95"})
  void theWorstCaseAtAThreshold(String rate) {
    var worst = new RobustEvaluation(clean, AttackOutcome.of(attacked(ATTACKED, this::worst)));
    assertAtThreshold(worst, "worst_case", rate);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.99", "0.98", "0.95"})
  void allAttemptsAtAThreshold(String rate) {
    assertAtThreshold(allAttempts(), "all_attempts", rate);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.99", "0.98", "0.95"})
  void theCleanExamplesAtAThreshold(String rate) {
    double threshold = threshold(rate);
    String key = "tpr_" + rate;
    var wrong = new ConfidenceSummary(clean.confidencesOfMisclassified());
    var correct = new ConfidenceSummary(clean.confidencesOfCorrect());
    assertThat(threshold).isEqualTo(reference("clean", key, "threshold"));
    assertThat(RejectionError.clean(clean).at(threshold))
        .isCloseTo(reference("clean", key, "test_error"), TOLERANCE);
    assertClose(correct.shareAtLeast(threshold), reference("clean", key, "tpr"));
    assertClose(wrong.shareAtLeast(threshold), reference("clean", key, "fpr"));
  }

  @Test
  void theCleanExamplesOverall() {
    assertThat(RejectionError.clean(clean).at(0))
        .isCloseTo(reference("clean", "test_error"), TOLERANCE);
    assertClose(RocCurve.ofMisclassification(clean).area(), reference("clean", "roc_auc"));
  }

  @Test
  void theRankStatistic() {
    var curve =
        new RocCurve(
            Golden.numbers("roc_auc", "positive_confidences"),
            Golden.numbers("roc_auc", "negative_confidences"));
    assertClose(curve.area(), Golden.number("roc_auc", "auc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.99", "0.98", "0.95", "0.9", "0.5"})
  void theThresholdRule(String rate) {
    double[] confidences = Golden.numbers("tpr_threshold", "confidences");
    assertThat(Threshold.atTruePositiveRate(Double.parseDouble(rate), confidences))
        .hasValue(Golden.number("tpr_threshold", "thresholds", rate));
  }

  private void assertOverall(RobustEvaluation evaluation, String form) {
    RejectionMetrics metrics = evaluation.at(0);
    assertClose(metrics.testError(), reference("adversarial", form, "test_error"));
    assertClose(metrics.robustTestError(), reference("adversarial", form, "robust_test_error"));
    assertClose(evaluation.successRate(), reference("adversarial", form, "success_rate"));
    assertClose(evaluation.rocAgainstAllClean().area(), reference("adversarial", form, "roc_auc"));
  }

  private void assertAtThreshold(RobustEvaluation evaluation, String form, String rate) {
    String key = "tpr_" + rate;
    double threshold = threshold(rate);
    RejectionMetrics metrics = evaluation.at(threshold);
    assertThat(threshold).isEqualTo(reference("adversarial", form, key, "threshold"));
    assertClose(metrics.testError(), reference("adversarial", form, key, "test_error"));
    assertClose(
        metrics.robustTestError(), reference("adversarial", form, key, "robust_test_error"));
    assertClose(metrics.falsePositiveRate(), reference("adversarial", form, key, "fpr"));
    assertClose(metrics.acceptanceRate(), reference("adversarial", form, key, "test_tpr"));
    assertClose(
        new ConfidenceSummary(heldOut.confidencesOfCorrect()).shareAtLeast(threshold),
        reference("adversarial", form, key, "validation_tpr"));
  }

  private double threshold(String rate) {
    return Threshold.atTruePositiveRate(Double.parseDouble(rate), heldOut).orElseThrow();
  }

  private RobustEvaluation allAttempts() {
    int[] repeated = IntStream.range(0, ATTEMPTS * ATTACKED).map(i -> i % ATTACKED).toArray();
    Predictions repeatedClean =
        Predictions.of(
            Arrays.stream(repeated).map(i -> labels[i]).toArray(),
            Arrays.stream(repeated)
                .mapToObj(i -> Golden.numbers("evaluation", "clean_probabilities", i))
                .toArray(double[][]::new));
    Predictions attempts =
        attacked(
            ATTEMPTS * ATTACKED,
            i ->
                Golden.numbers(
                    "evaluation", "adversarial_probabilities", i / ATTACKED, i % ATTACKED));
    return new RobustEvaluation(repeatedClean, AttackOutcome.of(attempts));
  }

  /** The attempt of lowest objective, the first of equals. */
  private double[] worst(int example) {
    int best = 0;
    for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
      if (error(attempt, example) < error(best, example)) {
        best = attempt;
      }
    }
    return Golden.numbers("evaluation", "adversarial_probabilities", best, example);
  }

  private static double error(int attempt, int example) {
    return Golden.number("evaluation", "errors", attempt, example);
  }

  private Predictions attacked(int count, IntFunction<double[]> probabilities) {
    return Predictions.of(
        IntStream.range(0, count).map(i -> labels[i % ATTACKED]).toArray(),
        IntStream.range(0, count).mapToObj(probabilities).toArray(double[][]::new));
  }

  private Predictions clean(int from, int to) {
    return Predictions.of(
        Arrays.copyOfRange(labels, from, to),
        IntStream.range(from, to)
            .mapToObj(i -> Golden.numbers("evaluation", "clean_probabilities", i))
            .toArray(double[][]::new));
  }

  private static double reference(Object... path) {
    Object[] whole = new Object[path.length + 1];
    whole[0] = "evaluation";
    System.arraycopy(path, 0, whole, 1, path.length);
    return Golden.number(whole);
  }

  private static void assertClose(OptionalDouble actual, double expected) {
    assertThat(actual.orElseThrow()).isCloseTo(expected, TOLERANCE);
  }
}
