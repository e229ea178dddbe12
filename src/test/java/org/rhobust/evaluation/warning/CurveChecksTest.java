package org.rhobust.evaluation.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rhobust.evaluation.warning.Results.broken;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rhobust.attack.Attack.Family;
import org.rhobust.attack.PgdAttack;
import org.rhobust.evaluation.warning.Warning.State;
import org.rhobust.threat.ThreatModel;

/** What the two series of attacks tell. */
class CurveChecksTest {

  private static final OptionalDouble TAU = OptionalDouble.of(0.8);

  @ParameterizedTest
  @CsvSource({
    "100, 20, 22, RAISED",
    "100, 20, 21, CLEAR",
    "100, 20, 20, CLEAR",
    "100, 21, 20, CLEAR",
    "100, 22, 20, RAISED",
    "200, 20, 22, CLEAR",
    "200, 20, 23, RAISED",
    "10, 4, 5, CLEAR",
    "10, 4, 6, RAISED"
  })
  void aChangeOfMoreThanOneImageAndOnePercentIsRaised(
      int images, int before, int after, State expected) {
    Results results =
        base(images).steps(200, broken(before, images, 0.9)).steps(400, broken(after, images, 0.9));

    assertThat(judge(new MoreSteps(), results).state()).isEqualTo(expected);
  }

  @Test
  void aRiseAndAFallSayWhatToDo() {
    Warning rise =
        judge(new MoreSteps(), base(10).steps(10, broken(2, 10, 0.9)).steps(20, broken(9, 10, 1)));
    Warning fall =
        judge(new MoreSteps(), base(10).steps(10, broken(9, 10, 0.9)).steps(20, broken(2, 10, 1)));

    assertThat(rise.measured()).contains("Of 10 images 10 steps break 2 and 20 steps break 9");
    assertThat(rise.advice()).contains("not converged");
    assertThat(fall.measured()).contains("10 steps break 9 and 20 steps break 2", "finds less");
    assertThat(fall.advice()).contains("masked");
  }

  @Test
  void anEarlyRiseThatHasSettledIsClear() {
    Results results =
        base(10)
            .steps(10, broken(1, 10, 0.9))
            .steps(100, broken(8, 10, 0.9))
            .steps(200, broken(8, 10, 0.9));

    assertThat(judge(new MoreSteps(), results).state()).isEqualTo(State.CLEAR);
  }

  @Test
  void anEarlyFallIsRaisedHoweverItEnds() {
    Results results =
        base(10)
            .steps(10, broken(8, 10, 0.9))
            .steps(20, broken(4, 10, 0.9))
            .steps(40, broken(4, 10, 0.9));

    assertThat(judge(new MoreSteps(), results).measured()).contains("20 steps break 4", "less");
  }

  @Test
  void aRiseWithoutRejectionIsRaisedToo() {
    Results results = base(10).steps(100, broken(2, 10, 0.5)).steps(200, broken(9, 10, 0.5));

    Warning warning = judge(new MoreSteps(), results);

    assertThat(warning.raised()).isTrue();
    assertThat(warning.measured()).contains("without rejection");
  }

  @Test
  void theLastRunIsComparedWithOneOfAtMostTwoThirdsOfItsSteps() {
    Results close =
        base(10)
            .steps(100, broken(2, 10, 0.9))
            .steps(190, broken(5, 10, 0.9))
            .steps(200, broken(6, 10, 0.9));

    assertThat(judge(new MoreSteps(), close).measured())
        .contains("100 steps break 2 and 200 steps break 6");
    assertThat(
            judge(
                    new MoreSteps(),
                    base(10).steps(100, broken(2, 10, 0.9)).steps(150, broken(2, 10, 0.9)))
                .state())
        .isEqualTo(State.CLEAR);
    assertThat(
            judge(
                    new MoreSteps(),
                    base(10).steps(100, broken(2, 10, 0.9)).steps(149, broken(9, 10, 0.9)))
                .state())
        .isEqualTo(State.NOT_MEASURED);
  }

  @Test
  void anAttackThatIsNotPgdIsKnownByItsEvaluations() {
    StubAttack attack = new StubAttack(Family.ITERATIVE, Optional.of(Results.THREAT), 21);
    Results results = base(10).steps(attack, broken(9, 10, 0.9)).steps(10, broken(2, 10, 0.9));

    assertThat(judge(new MoreSteps(), results).measured()).contains("20 steps break 9");
  }

  @Test
  void withoutAStepsCurveNothingIsMeasured() {
    assertThat(judge(new MoreSteps(), base(10)).state()).isEqualTo(State.NOT_MEASURED);
    assertThat(judge(new LongerRunBeatsBattery(), base(10)).state()).isEqualTo(State.NOT_MEASURED);
  }

  @ParameterizedTest
  @CsvSource({"5, 6, CLEAR", "5, 7, RAISED", "7, 5, CLEAR"})
  void aRunThatBreaksMoreThanTheBattery(int battery, int run, State expected) {
    Results results = Results.pgd(broken(battery, 100, 0.9)).steps(400, broken(run, 50, 0.9));

    Warning warning = judge(new LongerRunBeatsBattery(), results);

    assertThat(warning.state()).isEqualTo(expected);
    assertThat(warning.measured()).contains(Math.max(0, run - battery) + " image", "400 steps");
  }

  @Test
  void aRunWithinAnotherThreatModelSaysNothingAboutTheBattery() {
    PgdAttack wide = new PgdAttack(Results.ZERO_START.withEpsilon(0.4));
    Results results = Results.pgd(broken(0, 10, 0.9)).steps(wide, broken(10, 10, 0.9));

    assertThat(judge(new LongerRunBeatsBattery(), results).state()).isEqualTo(State.NOT_MEASURED);
  }

  /** Ten of a hundred images are right by chance. */
  @ParameterizedTest
  @CsvSource({"1.0, 89, CLEAR", "1.0, 88, RAISED", "1.0, 100, CLEAR", "0.5, 0, RAISED"})
  void accuracyMustReachChance(double epsilon, int brokenImages, State expected) {
    Results results =
        base(100).epsilon(0, broken(0, 100, 0.9)).epsilon(epsilon, broken(brokenImages, 100, 0.2));

    Warning warning = judge(new AccuracyAtLargeEpsilon(), results);

    assertThat(warning.state()).isEqualTo(expected);
    assertThat(warning.measured()).contains("ε = " + (epsilon == 1 ? "1," : "0.5,"));
    assertThat(warning.measured()).contains((100 - brokenImages) + " of 100 images");
  }

  @Test
  void theCurveMustGoBeyondTheHeadline() {
    double[] all = broken(100, 100, 0.9);

    assertThat(judge(new AccuracyAtLargeEpsilon(), base(100)).state())
        .isEqualTo(State.NOT_MEASURED);
    assertThat(judge(new AccuracyAtLargeEpsilon(), base(100).epsilon(0.45, all)).state())
        .isEqualTo(State.NOT_MEASURED);
    assertThat(judge(new AccuracyAtLargeEpsilon(), base(100).epsilon(0.451, all)).state())
        .isEqualTo(State.CLEAR);
  }

  @Test
  void inLInfinityHalfTheRangeIsEnough() {
    Results results =
        new Results()
            .attack(Results.ZERO_START.withEpsilon(0.4), broken(9, 10, 0.9))
            .epsilon(0.5, broken(10, 10, 0.9));

    assertThat(judge(new AccuracyAtLargeEpsilon(), results).state()).isEqualTo(State.CLEAR);
  }

  @Test
  void aCurveInAnotherNormSaysNothing() {
    Results results =
        new Results()
            .attack("L2", Family.ITERATIVE, new ThreatModel("l2", 0.1), broken(9, 10, 0.9))
            .epsilon(1, broken(10, 10, 0.9));

    assertThat(judge(new AccuracyAtLargeEpsilon(), results).state()).isEqualTo(State.NOT_MEASURED);
  }

  private static Results base(int images) {
    return Results.pgd(broken(0, images, 0.9));
  }

  private static Warning judge(Check check, Results results) {
    return check.judge(results.build(), SampleChecks.clean(), TAU);
  }
}
