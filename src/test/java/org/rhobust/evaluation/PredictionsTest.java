package org.rhobust.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PredictionsTest {

  @Test
  void aTieGoesToTheLowestClass() {
    Predictions tie = Predictions.of(new int[] {1}, new double[][] {{0.2, 0.4, 0.4}});
    assertThat(tie.predictedClass(0)).isEqualTo(1);
    assertThat(tie.correct(0)).isTrue();
    assertThat(tie.confidence(0)).isEqualTo(0.4);
  }

  @Test
  void singlePrecisionIsReadWithoutRounding() {
    Predictions single = Predictions.of(new int[] {0}, new float[][] {{0.7f, 0.3f}});
    assertThat(single.confidence(0)).isEqualTo((double) 0.7f);
  }

  @Test
  void anOutputThatIsNoNumberIsMisclassifiedAndAcceptedEverywhere() {
    Predictions broken = Predictions.of(new int[] {0}, new double[][] {{0.9, Double.NaN}});
    assertThat(broken.correct(0)).isFalse();
    assertThat(broken.finite(0)).isFalse();
    assertThat(RejectionError.clean(broken).at(1)).isEqualTo(1);
    RejectionError robust = RejectionError.robust(correct(), AttackOutcome.of(broken));
    assertThat(robust.at(0)).isEqualTo(1);
    assertThat(robust.at(1)).isEqualTo(1);
  }

  @Test
  void confidencesAreSplitByCorrectness() {
    Predictions two = Predictions.of(new int[] {0, 0}, new double[][] {{0.9, 0.1}, {0.2, 0.8}});
    assertThat(two.confidencesOfCorrect()).containsExactly(0.9);
    assertThat(two.confidencesOfMisclassified()).containsExactly(0.8);
    assertThat(two.correctCount()).isEqualTo(1);
  }

  @Test
  void logitsAreRefusedWithTheCure() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Predictions.of(new int[] {0}, new double[][] {{5.2, -1}}))
        .withMessage("row 0 holds 5.2, which is no probability: apply softmax to the logits first");
  }

  @Test
  void shapesAndLabelsThatDoNotFitAreRefused() {
    double[][] row = {{0.5, 0.5}};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Predictions.of(new int[] {0, 1}, row))
        .withMessageContaining("2 labels for 1 rows");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Predictions.of(new int[] {2}, row))
        .withMessage("label 0 is 2: give a class from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Predictions.of(new int[] {0, 0}, new double[][] {{0.5, 0.5}, {1}}))
        .withMessageContaining("row 1 has 1 probabilities");
  }

  private static Predictions correct() {
    return Predictions.of(new int[] {0}, new double[][] {{0.9, 0.1}});
  }
}
