package org.rhobust.evaluation.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rhobust.evaluation.warning.Results.NONE;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rhobust.attack.Attack.Family;
import org.rhobust.evaluation.warning.Warning.State;
import org.rhobust.threat.ThreatModel;

/** Attacks that should find less against those that should find more. */
class RivalryChecksTest {

  private static final OptionalDouble TAU = OptionalDouble.of(0.8);

  static Stream<Arguments> rivals() {
    return Stream.of(
        Arguments.of(new BlackBoxBeatsWhiteBox(), Family.BLACK_BOX),
        Arguments.of(new BlackBoxBeatsWhiteBox(), Family.TRANSFER),
        Arguments.of(new SingleStepBeatsIterative(), Family.SINGLE_STEP),
        Arguments.of(new NoiseBeatsPgd(), Family.NOISE));
  }

  @ParameterizedTest
  @MethodSource("rivals")
  void raisedByOneImageThatOnlyTheWeakerBreaks(Check check, Family weaker) {
    Results results = Results.pgd(0.8, 0.79, NONE).attack(weaker, 0.99, 0.8, 0.7);

    Warning warning = judge(check, results, TAU);

    assertThat(warning.state()).isEqualTo(State.RAISED);
    assertThat(warning.measured())
        .contains("1 image of 3 broken at τ = 0.8", weaker.name(), "on 2 others");
    assertThat(warning.advice()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("rivals")
  void clearWhereTheStrongerBreaksAsMany(Check check, Family weaker) {
    Results results = Results.pgd(0.8, 0.5, NONE).attack(weaker, 0.805, 0.79, 0.79);

    Warning warning = judge(check, results, TAU);

    assertThat(warning.state()).isEqualTo(State.CLEAR);
    assertThat(warning.measured()).contains("No image", "on 2 others");
    assertThat(warning.advice()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rivals")
  void withoutThresholdEveryMisclassifiedPointCounts(Check check, Family weaker) {
    Results results = Results.pgd(NONE, 0.2).attack(weaker, 0.11, NONE);

    Warning warning = judge(check, results, OptionalDouble.empty());

    assertThat(warning.state()).isEqualTo(State.RAISED);
    assertThat(warning.measured()).contains("1 image of 2 broken without rejection");
  }

  @ParameterizedTest
  @MethodSource("rivals")
  void anotherThreatModelDoesNotCompare(Check check, Family weaker) {
    Results results = Results.pgd(NONE).attack("wide", weaker, new ThreatModel("linf", 0.4), 0.99);

    assertThat(judge(check, results, TAU).state()).isEqualTo(State.NOT_MEASURED);
  }

  @ParameterizedTest
  @MethodSource("rivals")
  void missingAttacksAreNotMeasured(Check check, Family weaker) {
    assertThat(judge(check, Results.pgd(NONE), TAU).state()).isEqualTo(State.NOT_MEASURED);
    assertThat(judge(check, new Results().attack(weaker, 0.99), TAU).state())
        .isEqualTo(State.NOT_MEASURED);
  }

  @Test
  void oneStepCountsAsWhiteBoxAgainstABlackBoxOnly() {
    Results results =
        Results.pgd(NONE)
            .attack(Family.SINGLE_STEP, 0.9)
            .attack(Family.BLACK_BOX, 0.9)
            .attack(Family.NOISE, 0.9);

    assertThat(judge(new BlackBoxBeatsWhiteBox(), results, TAU).raised()).isFalse();
    assertThat(judge(new NoiseBeatsPgd(), results, TAU).raised()).isTrue();
  }

  @Test
  void theAttackThatBreaksMostIsNamed() {
    Results results =
        Results.pgd(NONE, NONE)
            .attack("Square", Family.BLACK_BOX, Results.THREAT, 0.9, NONE)
            .attack("transfer from A", Family.TRANSFER, Results.THREAT, 0.9, 0.9);

    assertThat(judge(new BlackBoxBeatsWhiteBox(), results, TAU).measured())
        .contains("2 images of 2", "transfer from A");
  }

  @Test
  void nextToTheBestWhiteBoxAttackNoneIsMissed() {
    Results results =
        Results.pgd(0.9, NONE)
            .attack(Results.ZERO_START.withInitialisation("uniform"), NONE, 0.9)
            .attack(Family.BLACK_BOX, 0.9, 0.9);

    assertThat(judge(new BlackBoxBeatsWhiteBox(), results, TAU).state()).isEqualTo(State.CLEAR);
  }

  private static Warning judge(Check check, Results results, OptionalDouble threshold) {
    return check.judge(results.build(), SampleChecks.clean(), threshold);
  }
}
