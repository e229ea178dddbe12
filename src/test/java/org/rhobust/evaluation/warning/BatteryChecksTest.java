package org.rhobust.evaluation.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rhobust.evaluation.warning.Results.NONE;
import static org.rhobust.evaluation.warning.Results.ZERO_START;
import static org.rhobust.evaluation.warning.Results.broken;
import static org.rhobust.evaluation.warning.Results.image;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rhobust.attack.Attack.Family;
import org.rhobust.attack.PgdSettings;
import org.rhobust.evaluation.Predictions;
import org.rhobust.evaluation.battery.AttackedImage;
import org.rhobust.evaluation.warning.Warning.State;

/** What the battery's settings and single outcomes tell. */
class BatteryChecksTest {

  private static final OptionalDouble TAU = OptionalDouble.of(0.8);
  private static final PgdSettings SHORT = ZERO_START.withSteps(10, 0.05);

  @Test
  void zeroStartPgdOnTheConfidenceMustBeThere() {
    Results crossEntropy = new Results().attack(ZERO_START.withObjective("cross-entropy", null), 1);
    Results random = new Results().attack(ZERO_START.withInitialisation("uniform"), 1);

    assertThat(judge(new MissingZeroStart(), crossEntropy).raised()).isTrue();
    assertThat(judge(new MissingZeroStart(), random).raised()).isTrue();
    assertThat(judge(new MissingZeroStart(), random.attack(ZERO_START, 1)).state())
        .isEqualTo(State.CLEAR);
  }

  @Test
  void zeroStartWithinAnotherThreatModelDoesNotCount() {
    Results results =
        new Results()
            .attack(ZERO_START.withInitialisation("uniform"), 1)
            .attack(ZERO_START.withEpsilon(0.1), 1);

    assertThat(judge(new MissingZeroStart(), results).raised()).isTrue();
  }

  @Test
  void aBatteryWithoutAdversaryIsRaised() {
    Results corruption = new Results().attack(Family.CORRUPTION, NONE);

    assertThat(judge(new MissingZeroStart(), corruption).raised()).isTrue();
    assertThat(corruption.build().battery().headline()).isEmpty();
  }

  /** Ten steps of 0.05 with momentum 0.9 move 0.21. */
  @Test
  void stepsThatCannotReachTheBorder() {
    Warning raised = judge(new ShortReach(), new Results().attack(SHORT, 1));
    Warning remark = judge(new ShortReach(), new Results().attack(SHORT, 1).attack(ZERO_START, 1));

    assertThat(raised.state()).isEqualTo(State.RAISED);
    assertThat(raised.measured()).contains("1 of 1 PGD", "ε = 0.3 from", "up to 0.20691");
    assertThat(remark.state()).isEqualTo(State.CLEAR);
    assertThat(remark.measured()).contains("1 of 2 PGD", "calibrated model");
  }

  /** Without momentum T steps of ε/T reach ε, but for rounding. */
  @ParameterizedTest
  @CsvSource({"0.01, CLEAR", "0.00999, RAISED"})
  void theBorderItselfIsReached(double stepSize, State expected) {
    PgdSettings settings =
        new PgdSettings("linf", 0.3, 30, stepSize, 0, null, "confidence", null, "zero", 1);

    assertThat(judge(new ShortReach(), new Results().attack(settings, 1)).state())
        .isEqualTo(expected);
  }

  @Test
  void reachIsNotMeasuredInL0OrWithoutPgd() {
    PgdSettings l0 = new PgdSettings("l0", 15, 10, 1, 0, null, "confidence", null, "zero", 1);

    assertThat(judge(new ShortReach(), new Results().attack(l0, 1)).state())
        .isEqualTo(State.NOT_MEASURED);
    assertThat(judge(new ShortReach(), new Results().attack(Family.ITERATIVE, 1)).state())
        .isEqualTo(State.NOT_MEASURED);
  }

  @Test
  void anAttackThatChoosesItsStepsReaches() {
    Results results = new Results().attack(SHORT, 1).attack(Family.ITERATIVE, 1);

    assertThat(judge(new ShortReach(), results).state()).isEqualTo(State.CLEAR);
  }

  /** Of forty broken images two may be changed, five per cent; three not. */
  @ParameterizedTest
  @CsvSource({"2, CLEAR", "3, RAISED"})
  void roundingThatRepairs(int repaired, State expected) {
    AttackedImage[] images =
        IntStream.range(0, 40)
            .mapToObj(i -> image(i, 0.9, 0.9, 1, i < repaired ? 0.79 : 0.8, 1))
            .toArray(AttackedImage[]::new);

    Warning warning = judge(new EightBitRounding(), new Results().attacked(ZERO_START, images));

    assertThat(warning.state()).isEqualTo(expected);
    assertThat(warning.measured()).contains("repairs " + repaired + " and breaks 0 of the 40");
  }

  @Test
  void roundingThatBreaks() {
    AttackedImage[] images = {
      image(0, NONE, 0.9, 0, 0.8, 1), image(1, 0.7, 0.7, 1, 0.8, 1), image(2, NONE, 0.9, 0, 0.9, 0)
    };

    Warning warning = judge(new EightBitRounding(), new Results().attacked(ZERO_START, images));

    assertThat(warning.raised()).isTrue();
    assertThat(warning.measured()).contains("of 3 images", "repairs 0 and breaks 2 of the 2");
  }

  @Test
  void roundingOneImageIsNoise() {
    AttackedImage[] images = {image(0, 0.9, 0.9, 1, 0.9, 0), image(1, NONE)};

    assertThat(judge(new EightBitRounding(), new Results().attacked(ZERO_START, images)).state())
        .isEqualTo(State.CLEAR);
  }

  @Test
  void anOutputThatIsNotFiniteIsBrokenForRounding() {
    AttackedImage[] images = {
      image(0, NONE, 0.9, 0, Double.NaN, -1), image(1, NONE, 0.9, 0, Double.NaN, -1)
    };

    assertThat(judge(new EightBitRounding(), new Results().attacked(ZERO_START, images)).measured())
        .contains("breaks 2 of the 2");
  }

  @Test
  void withoutBestPointsRoundingIsNotMeasured() {
    Results results = new Results().attacked(ZERO_START, new AttackedImage(0, 0.9, 0.9, null));

    assertThat(judge(new EightBitRounding(), results).state()).isEqualTo(State.NOT_MEASURED);
  }

  @Test
  void oneOutputThatIsNotFiniteIsRaised() {
    Results attacked = Results.pgd(NONE, Double.POSITIVE_INFINITY, 0.9);
    Predictions broken =
        Predictions.of(new int[2], new double[][] {{0.9, 0.1}, {Double.NaN, Double.NaN}});
    Results clean = Results.pgd(NONE).clean(broken);
    Results curve = Results.pgd(NONE, NONE).steps(20, Double.POSITIVE_INFINITY, NONE);

    assertThat(judge(new OutputsNotFinite(), attacked).raised()).isTrue();
    assertThat(judge(new OutputsNotFinite(), attacked).measured())
        .contains("1 of 3 attacked and 0 of 3 clean");
    assertThat(judge(new OutputsNotFinite(), clean).raised()).isTrue();
    assertThat(judge(new OutputsNotFinite(), clean).measured())
        .contains("0 of 1 attacked and 1 of 2 clean");
    assertThat(judge(new OutputsNotFinite(), curve).raised()).isTrue();
    assertThat(judge(new OutputsNotFinite(), Results.pgd(0.9)).state()).isEqualTo(State.CLEAR);
  }

  @Test
  void belowAHundredImagesTheRobustErrorIsNotMeasuredClosely() {
    Warning few = judge(new FewImages(), Results.pgd(broken(10, 99, 0.9)));
    Warning enough = judge(new FewImages(), Results.pgd(broken(10, 100, 0.9)));

    assertThat(few.state()).isEqualTo(State.NOT_MEASURED);
    assertThat(enough.state()).isEqualTo(State.CLEAR);
    assertThat(enough.measured()).contains("between 5.5 % and 17.4 %");
  }

  @Test
  void whereNothingIsAcceptedThereIsNoInterval() {
    Warning warning =
        new FewImages()
            .judge(Results.pgd(NONE).build(), SampleChecks.clean(), OptionalDouble.of(0.95));

    assertThat(warning.measured()).contains("nothing was accepted");
  }

  /** Newcombe 1998, Table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void theIntervalIsWilsons(int count, int all, double low, double high) {
    WilsonInterval interval = WilsonInterval.of(count, all);

    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }

  private static Warning judge(Check check, Results results) {
    return check.judge(results.build(), SampleChecks.clean(), TAU);
  }
}
