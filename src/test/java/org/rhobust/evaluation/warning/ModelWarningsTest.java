package org.rhobust.evaluation.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rhobust.evaluation.warning.Results.ZERO_START;
import static org.rhobust.evaluation.warning.SampleChecks.EQUAL;
import static org.rhobust.evaluation.warning.SampleChecks.USEFUL;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rhobust.evaluation.warning.Warning.State;

/** What the model's own measurements tell. */
class ModelWarningsTest {

  private static final Results PGD = Results.pgd(0.9);
  private static final InputGradients USELESS = new InputGradients(40, 3, 0);

  @Test
  void aModelThatGivesProbabilitiesHidesItsLogits() {
    Check check = new HiddenLogits();

    Warning raised = check.judge(PGD.build(), SampleChecks.hiddenLogits(), OptionalDouble.empty());
    Warning clear = check.judge(PGD.build(), SampleChecks.clean(), OptionalDouble.empty());

    assertThat(raised.state()).isEqualTo(State.RAISED);
    assertThat(raised.advice()).contains("without its softmax");
    assertThat(clear.state()).isEqualTo(State.CLEAR);
  }

  @ParameterizedTest
  @CsvSource({"1e-4, CLEAR", "1.1e-4, RAISED"})
  void predictionsThatDependOnTheBatchSize(double difference, State expected) {
    Warning warning = unstable(100, new Repetition(difference, 3), EQUAL);

    assertThat(warning.state()).isEqualTo(expected);
    assertThat(warning.measured()).contains("single images and one batch (3 change class)");
  }

  @ParameterizedTest
  @CsvSource({"1e-4, CLEAR", "1.1e-4, RAISED"})
  void predictionsThatDependOnChance(double difference, State expected) {
    assertThat(unstable(100, EQUAL, new Repetition(difference, 0)).state()).isEqualTo(expected);
  }

  @Test
  void randomnessAndBatchStatisticsHaveDifferentCures() {
    Repetition much = new Repetition(0.5, 9);

    assertThat(unstable(100, much, much).advice()).contains("dropout");
    assertThat(unstable(100, much, EQUAL).advice()).contains("batch normalisation");
  }

  @Test
  void oneImageMakesNoBatch() {
    assertThat(unstable(1, EQUAL, EQUAL).state()).isEqualTo(State.NOT_MEASURED);
    assertThat(unstable(1, EQUAL, new Repetition(0.5, 1)).raised()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, 0, CLEAR", "2, 0, RAISED", "0, 2, RAISED", "1, 1, RAISED", "0, 0, CLEAR"})
  void gradientsThatVanish(int zero, int tiny, State expected) {
    Warning warning = gradients(PGD, new InputGradients(zero, tiny, 1e-9), USEFUL, USEFUL);

    assertThat(warning.state()).isEqualTo(expected);
    assertThat(warning.measured()).contains("zero at %d, tiny at %d".formatted(zero, tiny));
  }

  @Test
  void anObjectiveOfTheBatteryMustHaveGradients() {
    Results crossEntropy = new Results().attack(ZERO_START.withObjective("cross-entropy", null), 1);
    Results both = Results.pgd(1).attack(ZERO_START.withObjective("cross-entropy", null), 1);
    Results logit = Results.pgd(1).attack(ZERO_START.withObjective("logit", null), 1);
    Results margin = Results.pgd(1).attack(ZERO_START.withObjective("margin", null), 1);

    assertThat(gradients(crossEntropy, USEFUL, USELESS, USEFUL).raised()).isTrue();
    assertThat(gradients(crossEntropy, USELESS, USEFUL, USEFUL).raised()).isFalse();
    assertThat(gradients(both, USELESS, USEFUL, USEFUL).raised()).isTrue();
    assertThat(gradients(logit, USELESS, USELESS, USEFUL).raised()).isFalse();
    assertThat(gradients(margin, USELESS, USELESS, USEFUL).raised()).isFalse();
    assertThat(gradients(logit, USEFUL, USEFUL, USELESS).raised()).isTrue();
  }

  @Test
  void theCureOfVanishingGradientsDependsOnTheLogits() {
    assertThat(gradients(PGD, USELESS, USELESS, USEFUL).advice()).contains("logit");
    assertThat(gradients(PGD, USELESS, USELESS, USELESS).advice()).contains("masked");
  }

  @ParameterizedTest
  @CsvSource({"1, 100, CLEAR", "2, 0, RAISED"})
  void anObjectiveThatIsSaturated(int confidence, int crossEntropy, State expected) {
    Warning warning = saturated(PGD, confidence, crossEntropy);

    assertThat(warning.state()).isEqualTo(expected);
    assertThat(warning.measured())
        .contains("saturated at %d (".formatted(confidence))
        .contains("cross-entropy at %d (".formatted(crossEntropy));
  }

  @Test
  void saturationCountsInTheObjectivesOfTheBattery() {
    Results crossEntropy = new Results().attack(ZERO_START.withObjective("cross-entropy", null), 1);
    Results logit = Results.pgd(1).attack(ZERO_START.withObjective("logit", null), 1);

    assertThat(saturated(crossEntropy, 0, 2).raised()).isTrue();
    assertThat(saturated(crossEntropy, 50, 1).raised()).isFalse();
    assertThat(saturated(logit, 100, 100).raised()).isFalse();
  }

  @Test
  void withoutCorrectImagesNothingIsMeasured() {
    ModelChecks checks = SampleChecks.nothingCorrect();

    assertThat(judge(new VanishingGradients(), PGD, checks).state()).isEqualTo(State.NOT_MEASURED);
    assertThat(judge(new SaturatedObjective(), PGD, checks).state()).isEqualTo(State.NOT_MEASURED);
  }

  private static Warning unstable(int images, Repetition batchSize, Repetition repeated) {
    return judge(
        new UnstablePredictions(), PGD, SampleChecks.unstable(images, batchSize, repeated));
  }

  private static Warning gradients(
      Results results,
      InputGradients confidence,
      InputGradients crossEntropy,
      InputGradients logit) {
    return judge(
        new VanishingGradients(), results, SampleChecks.gradients(confidence, crossEntropy, logit));
  }

  private static Warning saturated(Results results, int confidence, int crossEntropy) {
    return judge(
        new SaturatedObjective(), results, SampleChecks.saturated(confidence, crossEntropy));
  }

  private static Warning judge(Check check, Results results, ModelChecks checks) {
    return check.judge(results.build(), checks, OptionalDouble.empty());
  }
}
