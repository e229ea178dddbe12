package org.rhobust.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RobustEvaluationTest {

  /** Cross-entropy or best-objective scoring would keep only the second candidate. */
  @Test
  void aBreakBelowOneHalfIsNotMissed() {
    AttackOutcome first = AttackOutcome.of(one(0, .45, .42, .13));
    AttackOutcome second = AttackOutcome.of(one(0, .30, .41, .29));
    Predictions clean = one(0, .9, .05, .05);
    double threshold = 0.4;
    assertThat(RejectionError.robust(clean, first).errors(threshold)).isZero();
    assertThat(RejectionError.robust(clean, first.merge(second)).errors(threshold)).isEqualTo(1);
    assertThat(RejectionError.robust(clean, second.merge(first)).errors(threshold)).isEqualTo(1);
  }

  @Test
  void theTwoFormsDifferWhereOnlyACorrectCandidateIsAccepted() {
    // The clean image is rejected and correct; one candidate is accepted and correct.
    Predictions clean = one(0, .5, .5, 0);
    AttackOutcome attack =
        AttackOutcome.of(one(0, .9, .1, 0)).merge(AttackOutcome.of(one(0, .4, .6, 0)));
    RejectionMetrics metrics = new RobustEvaluation(clean, attack).at(0.8);
    assertThat(RejectionError.robust(clean, attack).accepted(0.8)).isEqualTo(1);
    assertThat(RejectionError.robustAlternative(clean, attack).accepted(0.8)).isZero();
    assertThat(metrics.robustTestError()).hasValue(0);
    assertThat(metrics.robustTestErrorAlternative()).hasValue(0);
  }

  @Test
  void bothFalsePositiveRatesAreOverWhatTheirNamesSay() {
    Predictions clean =
        Predictions.of(
            new int[] {0, 0, 0, 0}, new double[][] {{.9, .1}, {.9, .1}, {.9, .1}, {.2, .8}});
    Predictions attacked =
        Predictions.of(
            new int[] {0, 0, 0, 0}, new double[][] {{.1, .9}, {.4, .6}, {.7, .3}, {.1, .9}});
    var evaluation = new RobustEvaluation(clean, AttackOutcome.of(attacked));
    RejectionMetrics metrics = evaluation.at(0.85);
    assertThat(metrics.falsePositiveRate()).hasValue(0.25);
    assertThat(metrics.falsePositiveRateOfSuccessful()).hasValue(0.5);
    assertThat(evaluation.successRate()).hasValue(2 / 3.0);
    assertThat(metrics.truePositiveRate()).hasValue(1);
    assertThat(metrics.acceptanceRate()).hasValue(0.75);
  }

  @Test
  void errorsAreZeroAndRatesUndefinedWhereThereIsNothingToCount() {
    Predictions wrong = one(1, .6, .2, .2);
    var evaluation = new RobustEvaluation(wrong, AttackOutcome.none(1));
    RejectionMetrics metrics = evaluation.at(0.7);
    assertThat(metrics.testError()).hasValue(0);
    assertThat(metrics.robustTestError()).hasValue(0);
    assertThat(metrics.robustTestErrorAlternative()).hasValue(0);
    assertThat(metrics.truePositiveRate()).isEmpty();
    assertThat(metrics.falsePositiveRateOfSuccessful()).isEmpty();
    assertThat(evaluation.successRate()).isEmpty();
    assertThat(evaluation.rocAgainstAllClean().area()).isEmpty();
    assertThat(evaluation.rocAgainstCorrectClean().area()).isEmpty();
  }

  @Test
  void everythingIsUndefinedAtAThresholdThatDoesNotExist() {
    var evaluation = new RobustEvaluation(one(0, .9, .1, 0), AttackOutcome.none(1));
    assertThat(evaluation.at(OptionalDouble.empty())).isEqualTo(RejectionMetrics.UNDEFINED);
    assertThat(evaluation.at(OptionalDouble.of(0.5))).isEqualTo(evaluation.at(0.5));
  }

  @Test
  void outcomesThatContradictThemselvesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttackOutcome(new double[] {0.9}, new double[] {0.8}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttackOutcome(new double[] {Double.NaN}, new double[] {0.8}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttackOutcome.none(2).merge(AttackOutcome.none(3)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RobustEvaluation(one(0, .9, .1, 0), AttackOutcome.none(2)))
        .withMessageContaining("1 clean examples against 2 attacked");
  }

  private static Predictions one(int label, double... probabilities) {
    return Predictions.of(new int[] {label}, new double[][] {probabilities});
  }
}
